package io.portolan.exporters.edgecases;

/// Pods of two namespaces, and cluster-wide policies for one of them.
final class ClusterPolicyShop {
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
            spec: {containers: [{ports: [{name: http, containerPort: 8080},
              {name: dns, containerPort: 53, protocol: UDP}]}]}
            ---
            apiVersion: v1
            kind: Pod
            metadata: {name: batch, namespace: jobs, labels: {app: batch}}
            """;

    static final String SHOP =
            "subject: {namespaces: {matchLabels: {kubernetes.io/metadata.name: shop}}}";

    static final String ALL = "[{namespaces: {}}]";
    static final String CLOSED =
            """
            apiVersion: networking.k8s.io/v1
            kind: NetworkPolicy
            metadata: {name: closed, namespace: shop}
            spec: {podSelector: {}}
            """;
    static final String OPEN =
            """
            apiVersion: networking.k8s.io/v1
            kind: NetworkPolicy
            metadata: {name: open, namespace: shop}
            spec: {podSelector: {}, ingress: [{}]}
            """;

    static String admin(String name, int priority, String rules) {
        return cluster(name, "tier: Admin, priority: %d, %s, %s".formatted(priority, SHOP, rules));
    }

    static String baseline(String rules) {
        return cluster("base", "tier: Baseline, priority: 0, %s, %s".formatted(SHOP, rules));
    }

    static String cluster(String name, String spec) {
        return object("v1alpha2", "ClusterNetworkPolicy", name, spec);
    }

    static String object(String version, String kind, String name, String spec) {
        return """
        apiVersion: policy.networking.k8s.io/%s
        kind: %s
        metadata: {name: %s}
        spec: {%s}
        """
                .formatted(version, kind, name, spec);
    }

    static Judged batchToApi(EdgeCase estate, int port) {
        return estate.from("jobs/batch").to("shop/api").tcp(port);
    }

    private ClusterPolicyShop() {}
}
