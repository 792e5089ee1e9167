package io.portolan.exporters.edgecases;

/// Four pods of two namespaces, and Calico's objects in a few words.
final class CalicoShop {

    private static final String PODS =
            """
            apiVersion: v1
            kind: Pod
            metadata: {name: web, namespace: shop, labels: {app: web, role: front}}
            ---
            apiVersion: v1
            kind: Pod
            metadata: {name: api, namespace: shop, labels: {app: api}}
            ---
            apiVersion: v1
            kind: Pod
            metadata: {name: db, namespace: shop, labels: {app: db}}
            ---
            apiVersion: v1
            kind: Pod
            metadata: {name: batch, namespace: jobs, labels: {app: batch}}
            """;

    static EdgeCase shop(String... policies) {
        return EdgeCase.manifests(PODS, String.join("\n---\n", policies));
    }

    static String tier(String name, int order, String action) {
        return """
        apiVersion: projectcalico.org/v3
        kind: Tier
        metadata: {name: %s}
        spec: {order: %d, defaultAction: %s}
        """
                .formatted(name, order, action);
    }

    static String global(String name, String spec) {
        return """
        apiVersion: projectcalico.org/v3
        kind: GlobalNetworkPolicy
        metadata: {name: %s}
        spec:
        %s
        """
                .formatted(name, spec.indent(2));
    }

    static String inShop(String name, String spec) {
        return """
        apiVersion: projectcalico.org/v3
        kind: NetworkPolicy
        metadata: {name: %s, namespace: shop}
        spec:
        %s
        """
                .formatted(name, spec.indent(2));
    }

    /// A NetworkPolicy of Kubernetes: the database is for the API alone.
    static final String FROM_API =
            """
            apiVersion: networking.k8s.io/v1
            kind: NetworkPolicy
            metadata: {name: db, namespace: shop}
            spec:
              podSelector: {matchLabels: {app: db}}
              ingress:
              - from: [{podSelector: {matchLabels: {app: api}}}]
                ports: [{port: 5432}]
            """;

    private CalicoShop() {}
}
