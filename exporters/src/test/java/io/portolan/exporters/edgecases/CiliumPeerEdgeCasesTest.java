package io.portolan.exporters.edgecases;

import static io.portolan.exporters.edgecases.CiliumShop.api;
import static io.portolan.exporters.edgecases.CiliumShop.clusterwide;
import static io.portolan.exporters.edgecases.CiliumShop.policy;
import static io.portolan.exporters.edgecases.CiliumShop.shop;

import org.junit.jupiter.api.Test;

/// Whom the rules of Cilium mean, from their text to the verdict.
final class CiliumPeerEdgeCasesTest {
    private static final String NAMES =
            """
            egress:
            - toFQDNs: [{matchPattern: '*.example.org'}]
              toPorts: [{ports: [{port: '443', protocol: TCP}]}]
            """;

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
    void answersToOtherPodsMayServeToo() {
        EdgeCase shop =
                shop(
                        api(NAMES),
                        policy(
                                "dns",
                                """
                                endpointSelector: {matchLabels: {app: web}}
                                egress: [{toPorts: [{ports: [{port: '53'}], rules: {dns: [{matchPattern: '*'}]}}]}]\
                                """));
        shop.from("shop/api").to("198.51.100.7").tcp(443).isUndefined("ALLOW by shop/api[0]");
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
    void hostFirewallIsOnlyOnWhereItIsSwitchedOn() {
        EdgeCase shop = shop(clusterwide("nodeSelector: {}\ningress: [{fromEntities: [cluster]}]"));
        shop.from("198.51.100.7").to("10.9.0.1").tcp(22).isUndefined("host firewall");
        shop.from("shop/web").to("10.9.0.1").tcp(22).isAllowed();
    }
}
