package io.portolan.exporters.edgecases;

import org.junit.jupiter.api.Test;

/// Where gateways of the Gateway API send to.
final class GatewayBackendsTest {
    private static final String SHOP =
            """
            apiVersion: v1
            kind: Pod
            metadata: {name: web, namespace: shop, labels: {app: web}}
            ---
            apiVersion: v1
            kind: Service
            metadata: {name: web, namespace: shop}
            spec: {selector: {app: web}, ports: [{port: 80}]}
            ---
            apiVersion: v1
            kind: Service
            metadata: {name: nobody, namespace: shop}
            spec: {selector: {app: nobody}, ports: [{port: 80}]}
            ---
            apiVersion: gateway.networking.k8s.io/v1
            kind: Gateway
            metadata: {name: gw, namespace: infra}
            spec: {gatewayClassName: edge, listeners: [{name: http, port: 80, protocol: HTTP, allowedRoutes: {namespaces: {from: All}}}]}
            ---
            """;

    private static String route(String namespace, String backends) {
        return """
        apiVersion: gateway.networking.k8s.io/v1
        kind: HTTPRoute
        metadata: {name: r, namespace: %s}
        spec: {parentRefs: [{name: gw, namespace: infra}], rules: [{backendRefs: %s}]}
        ---
        """
                .formatted(namespace, backends);
    }

    private static String grant(String kind, String from, String to) {
        return """
        apiVersion: gateway.networking.k8s.io/v1beta1
        kind: ReferenceGrant
        metadata: {name: g, namespace: shop}
        spec: {from: [{group: gateway.networking.k8s.io, kind: %s, namespace: %s}], to: [{group: "", kind: Service%s}]}
        ---
        """
                .formatted(kind, from, to);
    }

    private static Judged outside(String... texts) {
        return EdgeCase.manifests(texts)
                .from("203.0.113.8")
                .to("infra/gw[Gateway]")
                .http(80, "GET", "/");
    }

    @Test
    void aRouteSendsToAnotherNamespaceIfThatGrantsIt() {
        String route = route("infra", "[{name: web, namespace: shop, port: 80}]");
        outside(SHOP, route).isDenied();
        outside(SHOP, route, grant("HTTPRoute", "infra", "")).isAllowed();
        outside(SHOP, route, grant("HTTPRoute", "infra", ", name: web")).isAllowed();
        outside(SHOP, route, grant("HTTPRoute", "infra", ", name: other")).isDenied();
        outside(SHOP, route, grant("HTTPRoute", "other", "")).isDenied();
        outside(SHOP, route, grant("GRPCRoute", "infra", "")).isDenied();
        outside(SHOP, route("shop", "[{name: web, port: 80}]")).isAllowed();
    }

    @Test
    void aBackendOfWeightZeroGetsNothing() {
        String weights =
                "[{name: web, port: 80, weight: %d}, {name: nobody, port: 80, weight: %d}]";
        outside(SHOP, route("shop", weights.formatted(1, 0))).isAllowed();
        outside(SHOP, route("shop", weights.formatted(0, 1))).hasNoRoute();
    }

    private static Judged requested(String matches, String path) {
        String route =
                route("shop", "[{name: web, port: 80}]")
                        .replace("rules: [{", "rules: [{matches: [" + matches + "], ");
        return EdgeCase.manifests(SHOP, route)
                .from("203.0.113.8")
                .to("infra/gw[Gateway]")
                .http(80, "GET", path);
    }

    @Test
    void anExactPathIsThatPathAlone() {
        requested("{path: {type: Exact, value: /a}}", "/a").isAllowed();
        requested("{path: {type: Exact, value: /a}}", "/a/b").isDenied();
        requested("{path: {type: PathPrefix, value: /a}}", "/a/b").isAllowed();
        requested("{path: {type: PathPrefix, value: /a}}", "/ab").isDenied();
        requested("{path: {type: PathPrefix, value: /a/}}", "/a").isAllowed();
        requested("{path: {type: PathPrefix, value: /}}", "/a").isAllowed();
        requested("{path: {value: /a}}", "/a/b").isAllowed();
    }

    @Test
    void whatARouteCannotHoldMayMatch() {
        requested("{headers: [{name: x, value: y}]}", "/a").isUndefined("headers x");
        requested("{queryParams: [{name: x, value: y}]}", "/a").isUndefined("parameters x");
        requested("{path: {type: RegularExpression, value: '/v[0-9]+'}}", "/v1")
                .isUndefined("the path matches /v[0-9]+");
        requested("{path: {value: /b}, headers: [{name: x, value: y}]}", "/a").isDenied();
        requested("{headers: [{name: x, value: y}]}, {path: {value: /}}", "/a").isAllowed();
    }

    @Test
    void theExactPathComesBeforeALongerPrefix() {
        String nobody =
                route("shop", "[{name: nobody, port: 80}]")
                        .replace("name: r,", "name: other,")
                        .replace(
                                "rules: [{",
                                "rules: [{matches: [{path: {type: Exact, value: /a/b}}], ");
        String web =
                route("shop", "[{name: web, port: 80}]")
                        .replace("rules: [{", "rules: [{matches: [{path: {value: /a/b/}}], ");
        EdgeCase shop = EdgeCase.manifests(SHOP, web, nobody);
        EdgeCase.Asked asked = shop.from("203.0.113.8").to("infra/gw[Gateway]");
        asked.http(80, "GET", "/a/b").hasNoRoute();
        asked.http(80, "GET", "/a/b/c").isAllowed();
    }

    @Test
    void anIngressTellsExactPathsFromPrefixes() {
        String ingress =
                """
                apiVersion: networking.k8s.io/v1
                kind: Ingress
                metadata: {name: i, namespace: shop}
                spec: {rules: [{http: {paths: [{path: /a, pathType: TYPE, backend: {service: {name: web, port: {number: 80}}}}]}}]}
                """;
        EdgeCase exact = EdgeCase.manifests(SHOP, ingress.replace("TYPE", "Exact"));
        EdgeCase prefix = EdgeCase.manifests(SHOP, ingress.replace("TYPE", "Prefix"));
        String controller = "cluster/ingress-controller";
        exact.from("203.0.113.8").to(controller).http(80, "GET", "/a").isAllowed();
        exact.from("203.0.113.8").to(controller).http(80, "GET", "/a/b").isDenied();
        prefix.from("203.0.113.8").to(controller).http(80, "GET", "/a/b").isAllowed();
    }

    @Test
    void theEndpointsOfAServiceWithoutSelectorAreNotSaid() {
        String outside =
                """
                apiVersion: v1
                kind: Service
                metadata: {name: outside, namespace: shop}
                spec: {clusterIP: 10.96.0.6, ports: [{port: 80, targetPort: 9000}]}
                """;
        EdgeCase.manifests(SHOP, outside)
                .from("shop/web[Pod]")
                .to("10.96.0.6")
                .tcp(80)
                .isUndefined("without selector");
        outside(SHOP, outside, route("shop", "[{name: outside, port: 80}]"))
                .isUndefined("without selector");
    }
}
