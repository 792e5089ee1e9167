package io.portolan.exporters.edgecases;

import static io.portolan.exporters.edgecases.CiliumShop.api;
import static io.portolan.exporters.edgecases.CiliumShop.policy;
import static io.portolan.exporters.edgecases.CiliumShop.shop;

import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.exporters.spi.ImportResult;
import io.portolan.exporters.spi.ImportResult.Problem;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What the sections of Cilium's policies do together, from their text to the verdict.
final class CiliumSectionEdgeCasesTest {
    private static final String GET =
            """
            - fromEndpoints: [{}]
              toPorts:
              - ports: [{port: '80', protocol: TCP}]
                rules: {http: [{method: GET, path: '/pub.*'}]}
            """;

    @Test
    void emptyRuleIsolatesAndAllowsNothing() {
        EdgeCase shop = shop(api("ingress: [{}]"));
        shop.from("shop/web").to("shop/api").tcp(80).isDenied();
        shop.from("shop/api").to("shop/web").tcp(80).isAllowed();
    }

    @Test
    void emptySectionHasNoEffect() {
        shop(api("ingress: []")).from("shop/web").to("shop/api").tcp(80).isAllowed();
    }

    @Test
    void policyOfDenialsIsolatesToo() {
        EdgeCase shop = shop(api("ingressDeny: [{toPorts: [{ports: [{port: '22'}]}]}]"));
        shop.from("shop/web").to("shop/api").tcp(80).isDenied();
    }

    @Test
    void denialWinsOverANetworkPolicy() {
        EdgeCase shop =
                shop(
                        api("ingressDeny: [{fromEndpoints: [{matchLabels: {app: web}}]}]"),
                        """
                        apiVersion: networking.k8s.io/v1
                        kind: NetworkPolicy
                        metadata: {name: open, namespace: shop}
                        spec: {podSelector: {}, ingress: [{}]}
                        """);
        shop.from("shop/web").to("shop/api").tcp(80).isDenied().because("shop/api deny[0]");
        shop.from("jobs/batch").to("shop/api").tcp(80).isAllowed();
    }

    @Test
    void defaultDenyMayBeSwitchedOff() {
        EdgeCase shop =
                shop(
                        api(
                                """
                                enableDefaultDeny: {ingress: false}
                                ingressDeny: [{toPorts: [{ports: [{port: '22'}]}]}]\
                                """));
        shop.from("shop/web").to("shop/api").tcp(80).isAllowed();
        shop.from("shop/web").to("shop/api").tcp(22).isDenied();
    }

    @Test
    void requestsAreLimitedEvenWithoutDefaultDeny() {
        EdgeCase shop = shop(api("enableDefaultDeny: {ingress: false}\ningress:\n" + GET));
        shop.from("shop/web").to("shop/api").http(80, "GET", "/pub/x").isAllowed();
        shop.from("shop/web").to("shop/api").http(80, "GET", "/adm").isDenied();
        shop.from("shop/web").to("shop/api").tcp(81).isAllowed();
    }

    @Test
    void plainPortCancelsTheLimitOfRequests() {
        EdgeCase shop =
                shop(
                        api("ingress:\n" + GET),
                        policy(
                                "plain",
                                """
                                endpointSelector: {matchLabels: {app: api}}
                                ingress:
                                - fromEndpoints: [{matchLabels: {app: web}}]
                                  toPorts: [{ports: [{port: '80', protocol: TCP}]}]\
                                """));
        shop.from("shop/web").to("shop/api").http(80, "PUT", "/adm").isAllowed();
    }

    @Test
    void listOfSpecsAddsUp() {
        EdgeCase shop =
                shop(
                        """
                        apiVersion: cilium.io/v2
                        kind: CiliumNetworkPolicy
                        metadata: {name: two, namespace: shop}
                        specs:
                        - endpointSelector: {matchLabels: {app: api}}
                          ingress: [{fromEndpoints: [{matchLabels: {app: web}}]}]
                        - endpointSelector: {matchLabels: {app: web}}
                          ingress: [{}]
                        """);
        shop.from("shop/web").to("shop/api").tcp(80).isAllowed();
        shop.from("shop/api").to("shop/web").tcp(80).isDenied();
    }

    /// The table of Cilium's documentation: allow rules by request, by port and by peer, deny rules
    /// by port and by peer, as they are deployed, and what becomes of three connections.
    @ParameterizedTest
    @CsvSource({
        "true, false, false, allowed, allowed, allowed",
        "true, true, false, allowed, denied, allowed",
        "true, false, true, denied, denied, denied",
        "true, true, true, denied, denied, denied",
        "false, true, false, denied, denied, denied"
    })
    void denialsAsInTheTableOfTheDocumentation(
            boolean allow,
            boolean denyPort,
            boolean denyPeer,
            String on81,
            String on80,
            String ping) {
        StringBuilder rules = new StringBuilder("ingress:\n- {}\n");
        if (allow) {
            rules.append(GET)
                    .append("- toPorts: [{ports: [{port: '80', protocol: TCP}]}]\n")
                    .append("- toPorts: [{ports: [{port: '81', protocol: TCP}]}]\n")
                    .append("- fromEndpoints: [{matchLabels: {app: web}}]\n");
        }
        rules.append("ingressDeny:\n- {}\n");
        if (denyPort) {
            rules.append("- toPorts: [{ports: [{port: '80', protocol: TCP}]}]\n");
        }
        if (denyPeer) {
            rules.append("- fromEndpoints: [{matchLabels: {app: web}}]\n");
        }
        EdgeCase.Asked asked = shop(api(rules.toString())).from("shop/web").to("shop/api");
        expect(asked.tcp(81), on81);
        expect(asked.tcp(80), on80);
        expect(asked.icmp(), ping);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            value = {
                "endpointSelector: {} # ingress, ingressDeny, egress or egressDeny",
                "ingress: [{}] # endpointSelector or nodeSelector",
                "{nodeSelector: {}, ingress: [{}]} # clusterwide",
                "{endpointSelector: {}, ingress: [{fromEntities: [moon]}]} # moon",
                "{endpointSelector: {}, ingress: [{fromCIDR: [10.0.0.0/40]}]} # 40",
                "{endpointSelector: {}, ingress: [{fromEndpoints: [{}], fromEntities: [all]}]} # in"
                        + " two",
                "{endpointSelector: {}, ingress: [{toPorts: [{ports: [{port: '80', protocol:"
                        + " FOO}]}]}]} # FOO",
                "{endpointSelector: {}, ingress: [{toPorts: [{ports: [{port: '70000'}]}]}]} # 70000"
            })
    void whatCiliumRefusesIsAProblem(String spec, String why) {
        ImportResult result = EdgeCase.imported(policy("p", spec));
        assertThat(result.problems())
                .singleElement()
                .extracting(Problem::message)
                .asString()
                .contains("CiliumNetworkPolicy shop/p", why);
    }

    private static void expect(Judged judged, String what) {
        if (what.equals("allowed")) {
            judged.isAllowed();
        } else {
            judged.isDenied();
        }
    }
}
