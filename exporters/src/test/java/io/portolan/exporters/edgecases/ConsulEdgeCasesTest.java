package io.portolan.exporters.edgecases;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/// Consul from its text to the verdict.
final class ConsulEdgeCasesTest {
    private static final String PODS = pod("web") + pod("api") + pod("db");

    private static String pod(String name) {
        return """
        apiVersion: v1
        kind: Pod
        metadata: {name: %1$s, namespace: shop, labels: {app: %1$s}, annotations: {consul.hashicorp.com/connect-inject: 'true'}}
        ---
        apiVersion: v1
        kind: Service
        metadata: {name: %1$s, namespace: shop}
        spec: {selector: {app: %1$s}, ports: [{port: 80}]}
        ---
        """
                .formatted(name);
    }

    private static String intention(String destination, String sources) {
        return """
        apiVersion: consul.hashicorp.com/v1alpha1
        kind: ServiceIntentions
        metadata: {name: to-%s, namespace: shop}
        spec: {destination: {name: '%s'}, sources: %s}
        """
                .formatted(destination.replace("*", "all"), destination, sources);
    }

    private static final String HTTP =
            """
            apiVersion: consul.hashicorp.com/v1alpha1
            kind: ServiceDefaults
            metadata: {name: api, namespace: shop}
            spec: {protocol: http}
            """;
    private static final String DENY_ALL = intention("*", "[{name: '*', action: deny}]");

    private static EdgeCase.Asked ask(EdgeCase shop, String from, String to) {
        return shop.from("shop/" + from + "[Pod]").to("shop/" + to + "[Pod]");
    }

    @Test
    void whatTheClientKeepsFromItsProxyIsPlaintext() {
        String past =
                PODS.replace(
                        "labels: {app: web}, annotations: {",
                        "labels: {app: web}, annotations:"
                                + " {consul.hashicorp.com/transparent-proxy-exclude-outbound-ports:"
                                + " '8080,9090', ");
        EdgeCase shop = EdgeCase.manifests(past, intention("*", "[{name: '*', action: allow}]"));
        ask(shop, "web", "api").tcp(8080).isDenied().because("no certificate");
        ask(shop, "web", "api").tcp(80).isAllowed();
        ask(shop, "db", "api").tcp(8080).isAllowed();
    }

    @Test
    void onlyTheIntentionOfTheHighestPrecedenceGovernsAPair() {
        EdgeCase shop =
                EdgeCase.manifests(
                        PODS,
                        DENY_ALL,
                        intention("api", "[{name: web, action: allow}, {name: '*', action: deny}]"),
                        intention("*", "[{name: db, action: allow}]"));
        ask(shop, "web", "api").tcp(80).isAllowed().because("web to api");
        ask(shop, "db", "api").tcp(80).isDenied().because("* to api");
        ask(shop, "db", "web").tcp(80).isAllowed().because("db to *");
        ask(shop, "web", "db").tcp(80).isDenied().because("* to *");
    }

    @Test
    void whereNoIntentionSpeaksTheDefaultOfTheServersIsNotKnown() {
        EdgeCase shop = EdgeCase.manifests(PODS, intention("api", "[{name: web, action: allow}]"));
        ask(shop, "web", "db").tcp(80).isUndefined("default policy of Consul");
    }

    @Test
    void aRequestThatNoPermissionMatchesGoesToTheDefaultAndToNoLowerIntention() {
        EdgeCase shop =
                EdgeCase.manifests(
                        PODS,
                        HTTP,
                        DENY_ALL,
                        intention(
                                "api",
                                "[{name: web, permissions: [{action: allow, http: {pathExact:"
                                        + " /orders, methods: [GET]}}]}]"));
        ask(shop, "web", "api").http(80, "GET", "/orders").isAllowed();
        ask(shop, "web", "api").http(80, "GET", "/x").isUndefined("default policy of Consul");
    }

    @Test
    void permissionsAtADestinationThatIsNoHttpAdmitNobody() {
        EdgeCase shop =
                EdgeCase.manifests(
                        PODS,
                        intention(
                                "api",
                                "[{name: web, permissions: [{action: allow, http: {pathPrefix:"
                                        + " /}}]}]"));
        ask(shop, "web", "api").http(80, "GET", "/").isDenied();
    }

    @Test
    void plaintextComesInOnlyInPermissiveMode() {
        String permissive = HTTP.replace("{protocol: http}", "{mutualTLSMode: permissive}");
        EdgeCase closed = EdgeCase.manifests(PODS, DENY_ALL);
        EdgeCase open = EdgeCase.manifests(PODS, DENY_ALL, permissive);
        closed.from("203.0.113.4").to("shop/api[Pod]").tcp(80).isDenied().because("no certificate");
        open.from("203.0.113.4").to("shop/api[Pod]").tcp(80).isAllowed().because("permissive");
        open.from("203.0.113.4").to("shop/db[Pod]").tcp(80).isDenied();
    }

    @Test
    void aStrictServiceRefusesPlaintextThatAllOthersLetIn() {
        String all =
                """
                apiVersion: consul.hashicorp.com/v1alpha1
                kind: ProxyDefaults
                metadata: {name: global}
                spec: {mutualTLSMode: permissive}
                """;
        String strict = HTTP.replace("{protocol: http}", "{mutualTLSMode: strict}");
        EdgeCase shop = EdgeCase.manifests(PODS, DENY_ALL, all, strict);
        shop.from("203.0.113.4").to("shop/api[Pod]").tcp(80).isDenied().because("strict");
        shop.from("203.0.113.4").to("shop/db[Pod]").tcp(80).isAllowed().because("permissive");
        assertThat(EdgeCase.imported(strict.replace("strict", "maybe")).problems())
                .singleElement()
                .satisfies(p -> assertThat(p.message()).contains("maybe"));
    }

    @Test
    void aDenyOfAServiceThatNoManifestHasDoesNotVanish() {
        EdgeCase shop =
                EdgeCase.manifests(
                        PODS,
                        intention("*", "[{name: '*', action: allow}]"),
                        intention("api", "[{name: billing, action: deny}]"));
        ask(shop, "web", "api").tcp(80).isUndefined("billing");
        ask(shop, "web", "db").tcp(80).isAllowed();
    }

    @Test
    void namespacesAndPartitionsOfConsulAreNotAnalysed() {
        EdgeCase shop =
                EdgeCase.manifests(
                        PODS,
                        DENY_ALL,
                        intention("api", "[{name: web, namespace: other, action: allow}]"),
                        intention("db", "[{name: web, namespace: default, action: allow}]"));
        ask(shop, "web", "api").tcp(80).isUndefined("web to api");
        ask(shop, "web", "db").tcp(80).isAllowed();
        EdgeCase elsewhere =
                EdgeCase.manifests(
                        PODS,
                        DENY_ALL,
                        intention("api", "[{name: web, action: allow}]")
                                .replace("{name: 'api'}", "{name: 'api', namespace: other}"));
        ask(elsewhere, "web", "api").tcp(80).isUndefined("web to api");
    }

    @Test
    void meshDestinationsOnlyKeepsMembersInside() {
        String mesh =
                """
                apiVersion: consul.hashicorp.com/v1alpha1
                kind: Mesh
                metadata: {name: mesh}
                spec: {transparentProxy: {meshDestinationsOnly: true}}
                """;
        EdgeCase shop =
                EdgeCase.manifests(PODS, mesh, intention("*", "[{name: '*', action: allow}]"));
        shop.from("shop/web[Pod]").to("203.0.113.4").tcp(443).isDenied();
        ask(shop, "web", "api").tcp(80).isAllowed();
    }

    @Test
    void anUnknownActionIsRefused() {
        assertThat(EdgeCase.imported(intention("api", "[{name: web, action: maybe}]")).problems())
                .singleElement()
                .satisfies(p -> assertThat(p.message()).contains("to-api", "maybe"));
    }
}
