package io.portolan.exporters.edgecases;

/// Four pods of three namespaces, and Cilium's policies in a few words.
final class CiliumShop {

    private static final String PODS =
            """
            apiVersion: v1
            kind: Namespace
            metadata: {name: jobs, labels: {team: batch}}
            ---
            apiVersion: v1
            kind: Pod
            metadata: {name: web, namespace: shop, labels: {app: web}}
            ---
            apiVersion: v1
            kind: Pod
            metadata: {name: api, namespace: shop, labels: {app: api}}
            ---
            apiVersion: v1
            kind: Pod
            metadata: {name: dns, namespace: kube-system, labels: {k8s-app: kube-dns}}
            ---
            apiVersion: v1
            kind: Pod
            metadata: {name: batch, namespace: jobs, labels: {app: batch}}
            """;

    static EdgeCase shop(String... policies) {
        return EdgeCase.manifests(PODS, String.join("\n---\n", policies))
                .podRange("10.1.0.0/16")
                .nodeRange("10.9.0.0/24");
    }

    static String api(String rules) {
        return policy("api", "endpointSelector: {matchLabels: {app: api}}\n" + rules);
    }

    static String policy(String name, String spec) {
        return """
        apiVersion: cilium.io/v2
        kind: CiliumNetworkPolicy
        metadata: {name: %s, namespace: shop}
        spec:
        %s
        """
                .formatted(name, spec.indent(2));
    }

    static String clusterwide(String spec) {
        return """
        apiVersion: cilium.io/v2
        kind: CiliumClusterwideNetworkPolicy
        metadata: {name: wide}
        spec:
        %s
        """
                .formatted(spec.indent(2));
    }

    private CiliumShop() {}
}
