package io.portolan.exporters.edgecases;

/// Pods of two namespaces, and a NetworkPolicy for one of them.
final class NetworkPolicyShop {
    static final String PODS =
            """
            apiVersion: v1
            kind: Namespace
            metadata: {name: jobs, labels: {team: data}}
            ---
            apiVersion: v1
            kind: Pod
            metadata: {name: web, namespace: shop, labels: {app: web}}
            ---
            apiVersion: v1
            kind: Pod
            metadata: {name: api, namespace: shop, labels: {app: api}}
            spec: {containers: [{ports: [{name: http, containerPort: 8080}]}]}
            ---
            apiVersion: v1
            kind: Pod
            metadata: {name: api2, namespace: shop, labels: {app: api}}
            spec: {containers: [{ports: [{name: http, containerPort: 9090}]}]}
            ---
            apiVersion: v1
            kind: Pod
            metadata: {name: agent, namespace: shop, labels: {app: agent}}
            spec: {hostNetwork: true}
            ---
            apiVersion: v1
            kind: Pod
            metadata: {name: batch, namespace: jobs, labels: {app: batch}}
            """;

    private NetworkPolicyShop() {}

    static EdgeCase shop(String spec) {
        return EdgeCase.manifests(PODS, policy(spec));
    }

    static String policy(String spec) {
        return """
        apiVersion: networking.k8s.io/v1
        kind: NetworkPolicy
        metadata: {name: p, namespace: shop}
        spec: %s
        """
                .formatted(spec);
    }
}
