package io.portolan.exporters.edgecases;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/// Terminating gateways of Consul.
final class ConsulGatewaysTest {
    private static final String PODS =
            pod("web", "true") + pod("db", "true") + pod("old", "false") + gatewayPod();

    private static String pod(String name, String inject) {
        return """
        apiVersion: v1
        kind: Pod
        metadata: {name: %1$s, namespace: shop, labels: {app: %1$s}, annotations: {consul.hashicorp.com/connect-inject: '%2$s'}}
        ---
        apiVersion: v1
        kind: Service
        metadata: {name: %1$s, namespace: shop}
        spec: {selector: {app: %1$s}, ports: [{port: 80}]}
        ---
        """
                .formatted(name, inject);
    }

    private static String gatewayPod() {
        return """
        apiVersion: v1
        kind: Pod
        metadata: {name: tgw, namespace: consul, labels: {component: terminating-gateway}, annotations: {consul.hashicorp.com/gateway-kind: terminating-gateway}}
        ---
        """;
    }

    private static String entry(String kind, String name, String spec) {
        return """
        apiVersion: consul.hashicorp.com/v1alpha1
        kind: %s
        metadata: {name: %s, namespace: consul}
        spec: %s
        ---
        """
                .formatted(kind, name, spec);
    }

    private static final String GATEWAY =
            entry("TerminatingGateway", "terminating-gateway", "{services: [{name: billing}]}");
    private static final String BILLING =
            entry(
                    "ServiceDefaults",
                    "billing",
                    "{protocol: http, destination: {addresses: [203.0.113.9], port: 443}}");
    private static final String WEB_ONLY =
            entry(
                    "ServiceIntentions",
                    "billing",
                    "{destination: {name: billing}, sources: [{name: web, action: allow}, {name:"
                            + " '*', action: deny}]}");

    private static EdgeCase shop(String... more) {
        return EdgeCase.manifests(PODS, String.join("", more));
    }

    @Test
    void intentionsHoldAtTheGatewayThatStandsForTheService() {
        EdgeCase shop = shop(GATEWAY, BILLING, WEB_ONLY);
        assertThat(shop.design().observed().notAnalysed()).isEmpty();
        shop.from("shop/web[Pod]").to("203.0.113.9").tcp(443).isAllowed().because("web to billing");
        shop.from("shop/db[Pod]").to("203.0.113.9").tcp(443).isDenied().because("* to billing");
        shop.from("shop/db[Pod]").to("203.0.113.10").tcp(443).isAllowed();
    }

    @Test
    void whoHasNoProxyGoesPastTheGateway() {
        shop(GATEWAY, BILLING, WEB_ONLY)
                .from("shop/old[Pod]")
                .to("203.0.113.9")
                .tcp(443)
                .isAllowed();
    }

    @Test
    void withoutAnIntentionTheDefaultIsNotKnown() {
        shop(GATEWAY, BILLING)
                .from("shop/web[Pod]")
                .to("203.0.113.9")
                .tcp(443)
                .isUndefined("default policy of Consul");
    }

    @Test
    void policiesOfPodsSeeTheGatewayInBetween() {
        String closed =
                """
                apiVersion: networking.k8s.io/v1
                kind: NetworkPolicy
                metadata: {name: np, namespace: shop}
                spec: {podSelector: {}, policyTypes: [Egress], egress: [{to: [{%s}]}]}
                ---
                """;
        String direct = closed.formatted("ipBlock: {cidr: 203.0.113.0/24}");
        shop(GATEWAY, BILLING, WEB_ONLY, direct)
                .from("shop/web[Pod]")
                .to("203.0.113.9")
                .tcp(443)
                .isDenied();
        String gateway =
                closed.formatted(
                        "namespaceSelector: {}, podSelector: {matchLabels: {component:"
                                + " terminating-gateway}}");
        shop(GATEWAY, BILLING, WEB_ONLY, gateway)
                .from("shop/web[Pod]")
                .to("203.0.113.9")
                .tcp(443)
                .isAllowed();
    }

    @Test
    void aGatewayWhosePodsNobodyHasSeenMayBeThere() {
        String bare = PODS.replace(gatewayPod(), "");
        EdgeCase shop = EdgeCase.manifests(bare, GATEWAY + BILLING + WEB_ONLY);
        shop.from("shop/web[Pod]").to("203.0.113.9").tcp(443).isAllowed();
        shop.from("shop/db[Pod]").to("203.0.113.9").tcp(443).isUndefined("");
    }

    @Test
    void linkedServicesAreDestinationsOfTheMesh() {
        String limited = entry("Mesh", "mesh", "{transparentProxy: {meshDestinationsOnly: true}}");
        EdgeCase shop = shop(GATEWAY, BILLING, WEB_ONLY, limited);
        shop.from("shop/web[Pod]").to("203.0.113.9").tcp(443).isAllowed();
        shop.from("shop/web[Pod]").to("203.0.113.10").tcp(443).isDenied();
    }

    @Test
    void theGatewayIsDialledByNobody() {
        shop(GATEWAY, BILLING, WEB_ONLY)
                .from("shop/web[Pod]")
                .to("consul/terminating-gateway")
                .tcp(8443)
                .isDenied();
    }

    @Test
    void howAServiceIsDialledMustBeSaid() {
        var result = EdgeCase.imported(PODS, GATEWAY);
        assertThat(result.problems()).isEmpty();
        assertThat(result.ignored()).anyMatch(i -> i.why().contains("service billing"));
        String odd = GATEWAY.replace("name: billing", "caFile: x");
        assertThat(EdgeCase.imported(odd).problems()).hasSize(1);
    }
}
