package io.portolan.exporters.edgecases;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/// Linkerd from its text to the verdict.
final class LinkerdEdgeCasesTest {
    private static final String PODS =
            """
            apiVersion: v1
            kind: Namespace
            metadata: {name: shop, annotations: {linkerd.io/inject: enabled}}
            ---
            apiVersion: v1
            kind: Namespace
            metadata: {name: jobs, annotations: {linkerd.io/inject: enabled}}
            ---
            apiVersion: v1
            kind: Pod
            metadata: {name: api, namespace: shop, labels: {app: api}}
            ---
            apiVersion: v1
            kind: Pod
            metadata: {name: web, namespace: shop, labels: {app: web}}
            spec: {serviceAccountName: web}
            ---
            apiVersion: v1
            kind: Pod
            metadata: {name: batch, namespace: jobs, labels: {app: batch}}
            spec: {serviceAccountName: batch}
            ---
            apiVersion: v1
            kind: Pod
            metadata: {name: old, namespace: legacy, labels: {app: old}}
            """;
    private static final String SERVER =
            """
            apiVersion: policy.linkerd.io/v1beta3
            kind: Server
            metadata: {name: api, namespace: shop}
            spec: {podSelector: {matchLabels: {app: api}}, port: 8080, proxyProtocol: HTTP/1}
            """;

    private static String authorized(String name, String targetKind, String target, String refs) {
        return """
        apiVersion: policy.linkerd.io/v1alpha1
        kind: AuthorizationPolicy
        metadata: {name: %s, namespace: shop}
        spec: {targetRef: {group: policy.linkerd.io, kind: %s, name: %s}, requiredAuthenticationRefs: %s}
        """
                .formatted(name, targetKind, target, refs);
    }

    private static String account(String namespace, String name) {
        return "[{kind: ServiceAccount, namespace: %s, name: %s}]".formatted(namespace, name);
    }

    private static final String ROUTE =
            """
            apiVersion: policy.linkerd.io/v1beta3
            kind: HTTPRoute
            metadata: {name: orders, namespace: shop}
            spec:
              parentRefs: [{group: policy.linkerd.io, kind: Server, name: api}]
              rules: [{matches: [{path: {value: /orders}}]}]
            """;

    @Test
    void aServerWithoutPolicyLetsNobodyIn() {
        EdgeCase shop = EdgeCase.manifests(PODS, SERVER);
        shop.from("shop/web").to("shop/api").tcp(8080).isDenied();
        shop.from("shop/web").to("shop/api").tcp(7000).isAllowed().because("all-unauthenticated");
        shop.from("shop/web").to("jobs/batch").tcp(8080).isAllowed();
    }

    @Test
    void whoeverAnAuthorizationNamesComesInAtTheServer() {
        EdgeCase shop =
                EdgeCase.manifests(
                        PODS, SERVER, authorized("web", "Server", "api", account("shop", "web")));
        shop.from("shop/web").to("shop/api").tcp(8080).isAllowed().because("shop/web");
        shop.from("jobs/batch").to("shop/api").tcp(8080).isDenied();
        shop.from("legacy/old").to("shop/api").tcp(8080).isDenied();
    }

    @Test
    void allRequiredAuthenticationsMustBeSatisfied() {
        String near =
                """
                apiVersion: policy.linkerd.io/v1alpha1
                kind: NetworkAuthentication
                metadata: {name: near, namespace: shop}
                spec: {networks: [{cidr: 192.0.2.0/24}]}
                """;
        String both =
                "[{kind: ServiceAccount, name: web}, {group: policy.linkerd.io, kind:"
                        + " NetworkAuthentication, name: near}]";
        EdgeCase.manifests(PODS, SERVER, near, authorized("both", "Server", "api", both))
                .from("shop/web")
                .to("shop/api")
                .tcp(8080)
                .isDenied();
    }

    @Test
    void aReferenceToAMissingObjectVoidsThePolicy() {
        String missing = "[{group: policy.linkerd.io, kind: MeshTLSAuthentication, name: nobody}]";
        EdgeCase.manifests(PODS, SERVER, authorized("odd", "Server", "api", missing))
                .from("shop/web")
                .to("shop/api")
                .tcp(8080)
                .isDenied();
    }

    @Test
    void aRequestThatNoRouteMatchesIsAnsweredWith404() {
        EdgeCase shop =
                EdgeCase.manifests(
                        PODS,
                        SERVER,
                        ROUTE,
                        authorized("web", "HTTPRoute", "orders", account("shop", "web")),
                        authorized("batch", "Server", "api", account("jobs", "batch")));
        EdgeCase.Asked web = shop.from("shop/web").to("shop/api");
        web.http(8080, "GET", "/orders/1").isAllowed().because("shop/web");
        web.http(8080, "GET", "/ordersx").isDenied().because("404");
        web.tcp(8080).isUndefined("");
        shop.from("jobs/batch").to("shop/api").http(8080, "GET", "/orders").isAllowed();
        shop.from("jobs/batch").to("shop/api").http(8080, "GET", "/other").isDenied();
    }

    @Test
    void theOldestOfTwoServersOfOnePortDecides() {
        String younger =
                SERVER.replace(
                                "name: api, namespace: shop",
                                "name: young, namespace: shop, creationTimestamp:"
                                        + " '2026-02-01T00:00:00Z'")
                        .replace("HTTP/1", "HTTP/1, accessPolicy: all-unauthenticated");
        String older =
                SERVER.replace(
                        "name: api, namespace: shop",
                        "name: old, namespace: shop, creationTimestamp: '2026-01-01T00:00:00Z'");
        EdgeCase.manifests(PODS, younger, older)
                .from("shop/web")
                .to("shop/api")
                .tcp(8080)
                .isDenied();
    }

    @Test
    void skippedPortsBypassTheProxy() {
        String skipping =
                PODS.replace(
                        "metadata: {name: api, namespace: shop, labels: {app: api}}",
                        "metadata: {name: api, namespace: shop, labels: {app: api}, annotations:"
                                + " {config.linkerd.io/skip-inbound-ports: '8080'}}");
        EdgeCase.manifests(skipping, SERVER)
                .from("legacy/old")
                .to("shop/api")
                .tcp(8080)
                .isAllowed()
                .because("skip-inbound-ports");
    }

    @Test
    void theDefaultPolicyOfANamespaceHoldsWhereNoServerSpeaks() {
        String closed =
                PODS.replaceFirst(
                        "linkerd.io/inject: enabled",
                        "linkerd.io/inject: enabled, config.linkerd.io/default-inbound-policy:"
                                + " all-authenticated");
        EdgeCase shop = EdgeCase.manifests(closed, SERVER);
        shop.from("jobs/batch").to("shop/api").tcp(7000).isAllowed().because("all-authenticated");
        shop.from("legacy/old").to("shop/api").tcp(7000).isDenied();
        shop.from("legacy/old").to("jobs/batch").tcp(7000).isAllowed();
    }

    @Test
    void anEgressNetworkOfTheNamespaceComesBeforeTheGlobalOne() {
        String egress =
                """
                apiVersion: policy.linkerd.io/v1alpha1
                kind: EgressNetwork
                metadata: {name: all, namespace: %s}
                spec: {trafficPolicy: %s}
                """;
        EdgeCase shop =
                EdgeCase.manifests(
                        PODS,
                        egress.formatted("linkerd-egress", "Deny"),
                        egress.formatted("shop", "Allow"));
        shop.from("shop/web").to("203.0.113.9").tcp(443).isAllowed();
        shop.from("jobs/batch").to("203.0.113.9").tcp(443).isDenied();
        shop.from("jobs/batch").to("shop/api").tcp(443).isAllowed();
    }

    @Test
    void whatLinkerdDoesNotKnowIsRefused() {
        assertThat(
                        EdgeCase.imported(SERVER.replace("HTTP/1", "HTTP/1, accessPolicy: maybe"))
                                .problems())
                .singleElement()
                .satisfies(p -> assertThat(p.message()).contains("Server shop/api", "maybe"));
    }
}
