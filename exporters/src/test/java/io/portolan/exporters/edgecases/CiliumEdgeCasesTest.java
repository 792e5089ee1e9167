package io.portolan.exporters.edgecases;

import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.exporters.spi.ImportResult;
import io.portolan.exporters.spi.ImportResult.Problem;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Cilium's policies from their text to the verdict.
final class CiliumEdgeCasesTest {
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

    private static EdgeCase shop(String... policies) {
        return EdgeCase.manifests(PODS, String.join("\n---\n", policies))
                .podRange("10.1.0.0/16")
                .nodeRange("10.9.0.0/24");
    }

    private static String api(String rules) {
        return policy("api", "endpointSelector: {matchLabels: {app: api}}\n" + rules);
    }

    private static String policy(String name, String spec) {
        return """
        apiVersion: cilium.io/v2
        kind: CiliumNetworkPolicy
        metadata: {name: %s, namespace: shop}
        spec:
        %s
        """
                .formatted(name, spec.indent(2));
    }

    private static String clusterwide(String spec) {
        return """
        apiVersion: cilium.io/v2
        kind: CiliumClusterwideNetworkPolicy
        metadata: {name: wide}
        spec:
        %s
        """
                .formatted(spec.indent(2));
    }

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
    void emptyListOfPeersSelectsNobody() {
        EdgeCase shop =
                shop(api("ingress: [{fromEndpoints: [], toPorts: [{ports: [{port: '80'}]}]}]"));
        shop.from("shop/web").to("shop/api").tcp(80).isDenied();
    }

    @Test
    void portsWithoutPeersAreOpenToEverybody() {
        EdgeCase shop = shop(api("ingress: [{toPorts: [{ports: [{port: '80', protocol: TCP}]}]}]"));
        shop.from("198.51.100.7").to("shop/api").tcp(80).isAllowed();
        shop.from("jobs/batch").to("shop/api").tcp(80).isAllowed();
        shop.from("jobs/batch").to("shop/api").udp(80).isDenied();
    }

    @Test
    void emptyEndpointSelectorOfARuleIsTheOwnNamespace() {
        EdgeCase shop = shop(api("ingress: [{fromEndpoints: [{}]}]"));
        shop.from("shop/web").to("shop/api").tcp(80).isAllowed();
        shop.from("jobs/batch").to("shop/api").tcp(80).isDenied();
        shop.from("198.51.100.7").to("shop/api").tcp(80).isDenied();
    }

    @Test
    void emptyEndpointSelectorOfAClusterwideRuleIsEveryPodAndNobodyElse() {
        EdgeCase shop =
                shop(
                        clusterwide(
                                "endpointSelector: {matchLabels: {app: api}}\n"
                                        + "ingress: [{fromEndpoints: [{}]}]"));
        shop.from("jobs/batch").to("shop/api").tcp(80).isAllowed();
        shop.from("198.51.100.7").to("shop/api").tcp(80).isDenied();
    }

    @Test
    void selectorMayNameNamespacesByNameOrLabel() {
        for (String label :
                new String[] {
                    "'k8s:io.kubernetes.pod.namespace': jobs",
                    "io.cilium.k8s.namespace.labels.team: batch"
                }) {
            EdgeCase shop =
                    shop(
                            api(
                                    "ingress: [{fromEndpoints: [{matchLabels: {%s, 'any:app': batch}}]}]"
                                            .formatted(label)));
            shop.from("jobs/batch").to("shop/api").tcp(80).isAllowed();
            shop.from("shop/web").to("shop/api").tcp(80).isDenied();
        }
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
    void blocksNeverMeanPodsOrNodes() {
        EdgeCase shop = shop(api("ingress: [{fromCIDR: [0.0.0.0/0]}]"));
        shop.from("198.51.100.7").to("shop/api").tcp(80).isAllowed();
        shop.from("shop/web").to("shop/api").tcp(80).isDenied();
    }

    @Test
    void exceptionsAndGroupsOfBlocks() {
        String groups =
                """
                apiVersion: cilium.io/v2
                kind: CiliumCIDRGroup
                metadata: {name: partners, labels: {kind: partner}}
                spec: {externalCIDRs: [203.0.113.0/24]}
                """;
        EdgeCase shop =
                shop(
                        groups,
                        api(
                                """
                                ingress:
                                - fromCIDRSet:
                                  - {cidr: 198.51.100.0/24, except: [198.51.100.128/25]}
                                  - {cidrGroupRef: partners}
                                """));
        shop.from("198.51.100.7").to("shop/api").tcp(80).isAllowed();
        shop.from("198.51.100.200").to("shop/api").tcp(80).isDenied();
        shop.from("203.0.113.9").to("shop/api").tcp(80).isAllowed();
        shop(api("ingress: [{fromCIDRSet: [{cidrGroupRef: lost}]}]"))
                .from("203.0.113.9")
                .to("shop/api")
                .tcp(80)
                .isUndefined("ALLOW by shop/api[0]");
    }

    @Test
    void entityClusterIsPodsAndNodesButNotTheWorld() {
        EdgeCase shop = shop(api("ingress: [{fromEntities: [cluster]}]"));
        shop.from("jobs/batch").to("shop/api").tcp(80).isAllowed();
        shop.from("cluster").to("shop/api").tcp(80).isAllowed();
        shop.from("198.51.100.7").to("shop/api").tcp(80).isDenied();
        EdgeCase world = shop(api("ingress: [{fromEntities: [world]}]"));
        world.from("198.51.100.7").to("shop/api").tcp(80).isAllowed();
        world.from("jobs/batch").to("shop/api").tcp(80).isDenied();
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

    private static final String GET =
            """
            - fromEndpoints: [{}]
              toPorts:
              - ports: [{port: '80', protocol: TCP}]
                rules: {http: [{method: GET, path: '/pub.*'}]}
            """;

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

    private static final String NAMES =
            """
            egress:
            - toFQDNs: [{matchPattern: '*.example.org'}]
              toPorts: [{ports: [{port: '443', protocol: TCP}]}]
            """;

    @Test
    void namesNeedARuleThatLearnsThem() {
        EdgeCase never = shop(api(NAMES));
        never.from("shop/api").to("198.51.100.7").tcp(443).isDenied();
        EdgeCase learned =
                shop(
                        api(
                                NAMES
                                        + """
                                        - toEndpoints: [{matchLabels: {'k8s:io.kubernetes.pod.namespace': kube-system}}]
                                          toPorts:
                                          - ports: [{port: '53', protocol: ANY}]
                                            rules: {dns: [{matchPattern: '*'}]}
                                        """));
        learned.from("shop/api").to("198.51.100.7").tcp(443).isUndefined("ALLOW by shop/api[0]");
        learned.from("shop/api").to("198.51.100.7").tcp(80).isDenied();
        learned.from("shop/api").to("jobs/batch").tcp(443).isDenied();
    }

    @Test
    void serviceStandsForThePodsThatItSelects() {
        EdgeCase shop =
                shop(
                        """
                        apiVersion: v1
                        kind: Service
                        metadata: {name: work, namespace: jobs}
                        spec: {selector: {app: batch}, ports: [{port: 80}]}
                        """,
                        api(
                                "egress: [{toServices: [{k8sService: {serviceName: work, namespace:"
                                        + " jobs}}]}]"));
        shop.from("shop/api").to("jobs/batch").tcp(8080).isAllowed();
        shop.from("shop/api").to("shop/web").tcp(8080).isDenied();
    }

    @Test
    void icmpTypesAreNoPorts() {
        EdgeCase shop = shop(api("ingress: [{icmps: [{fields: [{type: EchoRequest}]}]}]"));
        shop.from("shop/web").to("shop/api").tcp(80).isDenied();
    }

    @Test
    void mutualAuthenticationMayFail() {
        EdgeCase shop =
                shop(api("ingress: [{fromEndpoints: [{}], authentication: {mode: required}}]"));
        shop.from("shop/web").to("shop/api").tcp(80).isUndefined("ALLOW by shop/api[0]");
        shop.from("jobs/batch").to("shop/api").tcp(80).isDenied();
    }

    @Test
    void requiredLabelsCountBeforeAVersionThatIsNotKnown() {
        EdgeCase shop =
                shop(
                        api(
                                """
                                ingress:
                                - fromEndpoints: [{}]
                                - fromRequires: [{matchLabels: {env: prod}}]\
                                """));
        shop.from("shop/web").to("shop/api").tcp(80).isUndefined("1.19");
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

    @Test
    void hostFirewallIsOnlyOnWhereItIsSwitchedOn() {
        EdgeCase shop = shop(clusterwide("nodeSelector: {}\ningress: [{fromEntities: [cluster]}]"));
        shop.from("198.51.100.7").to("10.9.0.1").tcp(22).isUndefined("host firewall");
        shop.from("shop/web").to("10.9.0.1").tcp(22).isAllowed();
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

    private static void expect(Judged judged, String what) {
        if (what.equals("allowed")) {
            judged.isAllowed();
        } else {
            judged.isDenied();
        }
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
}
