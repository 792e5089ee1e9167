package io.portolan.exporters.edgecases;

/// A shop of which nobody but `web` may talk to version one, and nobody at all to version two:
/// where a client is sent shows in the answer.
final class RoutedShop {
    static final String PODS =
            pod("web", "shop", "app: web")
                    + pod("v1", "shop", "app: api, version: v1")
                    + pod("v2", "shop", "app: api, version: v2")
                    + pod("old", "legacy", "app: old");
    static final String SERVICES =
            service("api", "app: api", "{name: http, port: 80, targetPort: 8080}")
                    + service("api-v1", "app: api, version: v1", "{name: http, port: 80}")
                    + service("api-v2", "app: api, version: v2", "{name: http, port: 80}");
    static final String SIDECARS = namespace("istio-injection: enabled");

    /// Version two takes nothing.
    static final String CLOSED =
            """
            apiVersion: networking.k8s.io/v1
            kind: NetworkPolicy
            metadata: {name: closed, namespace: shop}
            spec: {podSelector: {matchLabels: {version: v2}}, policyTypes: [Ingress]}
            ---
            """;

    private RoutedShop() {}

    static String pod(String name, String namespace, String labels) {
        return """
        apiVersion: v1
        kind: Pod
        metadata: {name: %s, namespace: %s, labels: {%s}}
        ---
        """
                .formatted(name, namespace, labels);
    }

    static String service(String name, String selector, String port) {
        return """
        apiVersion: v1
        kind: Service
        metadata: {name: %s, namespace: shop}
        spec: {selector: {%s}, ports: [%s]}
        ---
        """
                .formatted(name, selector, port);
    }

    static String namespace(String labels) {
        return """
        apiVersion: v1
        kind: Namespace
        metadata: {name: shop, labels: {%s}}
        ---
        """
                .formatted(labels);
    }

    static String virtual(String spec) {
        return """
        apiVersion: networking.istio.io/v1
        kind: VirtualService
        metadata: {name: routes, namespace: shop}
        spec: {hosts: [api], %s}
        """
                .formatted(spec);
    }

    static String to(String... destinations) {
        StringBuilder route = new StringBuilder();
        for (String destination : destinations) {
            route.append("{destination: {").append(destination).append("}, weight: 1},");
        }
        return "route: [%s]".formatted(route);
    }

    static EdgeCase shop(String... more) {
        return EdgeCase.manifests(PODS + SERVICES + CLOSED + String.join("---\n", more));
    }

    static EdgeCase.Asked web(EdgeCase shop) {
        return shop.from("shop/web").to("shop/api[Service]");
    }

    static EdgeCase.Asked old(EdgeCase shop) {
        return shop.from("legacy/old").to("shop/api[Service]");
    }
}
