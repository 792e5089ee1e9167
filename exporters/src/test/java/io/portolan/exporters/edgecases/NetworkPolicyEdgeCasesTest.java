package io.portolan.exporters.edgecases;

import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.exporters.spi.ImportResult.Problem;
import io.portolan.model.design.CniProduct;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// NetworkPolicy from its text to the verdict.
final class NetworkPolicyEdgeCasesTest {
    private static final String PODS =
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

    private static final String NETWORK =
            """
            portolan: 1
            name: network
            elements:
              edge:
                kind: router
                label: edge
                platform: other
                interfaces:
                  - {name: k8s, address: 10.9.0.254/24}
                  - {name: wan, address: 198.51.100.254/23}
              wan:
                kind: vlan
                label: wan
                tag: 7
                subnet: 198.51.100.0/23
                gateway: 198.51.100.254
              customer:
                kind: client
                label: customer
                parent: wan
                ranges: [198.51.100.0/25]
              stranger:
                kind: client
                label: stranger
                parent: wan
                ranges: [198.51.101.0/25]
            links:
              a: {from: edge, fromInterface: k8s, to: cluster}
              b: {from: edge, fromInterface: wan, to: wan}
            """;

    private static EdgeCase shop(String spec) {
        return EdgeCase.manifests(PODS, policy(spec));
    }

    private static String policy(String spec) {
        return """
        apiVersion: networking.k8s.io/v1
        kind: NetworkPolicy
        metadata: {name: p, namespace: shop}
        spec: %s
        """
                .formatted(spec);
    }

    @Test
    void emptyPodSelectorClosesEveryPodOfItsNamespaceAndNoOther() {
        EdgeCase shop = shop("{podSelector: {}}");
        shop.from("shop/web").to("shop/api").tcp(80).isDenied().because("isolated");
        shop.from("shop/web").to("jobs/batch").tcp(80).isAllowed();
    }

    @Test
    void absentNamespaceSelectorMeansTheOwnNamespaceEmptyMeansAll() {
        EdgeCase own = shop("{podSelector: {}, ingress: [{from: [{podSelector: {}}]}]}");
        own.from("shop/web").to("shop/api").tcp(80).isAllowed();
        own.from("jobs/batch").to("shop/api").tcp(80).isDenied();
        EdgeCase all = shop("{podSelector: {}, ingress: [{from: [{namespaceSelector: {}}]}]}");
        all.from("jobs/batch").to("shop/api").tcp(80).isAllowed();
        all.from("198.51.100.7").to("shop/api").tcp(80).isDenied();
    }

    @Test
    void selectorsOfOneEntryMustBothFitThoseOfTwoNeedNot() {
        String both =
                "{podSelector: {}, ingress: [{from: [{namespaceSelector: {matchLabels: {team:"
                        + " data}}, podSelector: {matchLabels: {app: web}}}]}]}";
        shop(both).from("jobs/batch").to("shop/api").tcp(80).isDenied();
        String either =
                "{podSelector: {}, ingress: [{from: [{namespaceSelector: {matchLabels: {team:"
                        + " data}}}, {podSelector: {matchLabels: {app: web}}}]}]}";
        shop(either).from("jobs/batch").to("shop/api").tcp(80).isAllowed();
        shop(either).from("shop/web").to("shop/api").tcp(80).isAllowed();
    }

    @Test
    void noIngressRulesCloseAnEmptyRuleOpensAndAnotherDirectionLeavesAlone() {
        shop("{podSelector: {}, ingress: []}").from("shop/web").to("shop/api").tcp(80).isDenied();
        shop("{podSelector: {}, ingress: [{}]}")
                .from("shop/web")
                .to("shop/api")
                .tcp(80)
                .isAllowed();
        EdgeCase egress = shop("{podSelector: {}, policyTypes: [Egress]}");
        egress.from("jobs/batch").to("shop/api").tcp(80).isAllowed();
        egress.from("shop/web").to("jobs/batch").tcp(80).isDenied();
    }

    @Test
    void ingressRulesCountForNothingWherePolicyTypesNameEgressAlone() {
        EdgeCase shop =
                shop(
                        "{podSelector: {}, policyTypes: [Egress], ingress: [{from: [{podSelector:"
                                + " {matchLabels: {app: nobody}}}]}]}");
        shop.from("jobs/batch").to("shop/api").tcp(80).isAllowed();
        shop.from("shop/web").to("shop/api").tcp(80).isDenied();
    }

    @Test
    void egressRulesWithoutPolicyTypesCloseBothDirections() {
        EdgeCase shop = shop("{podSelector: {}, egress: [{}]}");
        shop.from("shop/web").to("jobs/batch").tcp(80).isAllowed();
        shop.from("jobs/batch").to("shop/web").tcp(80).isDenied();
    }

    @Test
    void namedPortIsLookedUpOnEachPod() {
        EdgeCase shop = shop("{podSelector: {}, ingress: [{ports: [{port: http}]}]}");
        shop.from("jobs/batch").to("shop/api").tcp(8080).isAllowed();
        shop.from("jobs/batch").to("shop/api").tcp(9090).isDenied();
        shop.from("jobs/batch").to("shop/api2").tcp(9090).isAllowed();
    }

    @Test
    void namedPortThatThePodDoesNotHaveOrHasForAnotherProtocolMatchesNothing() {
        shop("{podSelector: {}, ingress: [{ports: [{port: metrics}]}]}")
                .from("jobs/batch")
                .to("shop/api")
                .tcp(8080)
                .isDenied();
        shop("{podSelector: {}, ingress: [{ports: [{port: http, protocol: UDP}]}]}")
                .from("jobs/batch")
                .to("shop/api")
                .udp(8080)
                .isDenied();
    }

    @Test
    void portRangeIncludesItsEnd() {
        EdgeCase shop = shop("{podSelector: {}, ingress: [{ports: [{port: 80, endPort: 82}]}]}");
        shop.from("jobs/batch").to("shop/web").tcp(82).isAllowed();
        shop.from("jobs/batch").to("shop/web").tcp(83).isDenied();
    }

    @Test
    void protocolWithoutPortMeansAllPortsOfItAndNoOtherProtocol() {
        EdgeCase shop = shop("{podSelector: {}, ingress: [{ports: [{protocol: UDP}]}]}");
        shop.from("jobs/batch").to("shop/web").udp(1).isAllowed();
        shop.from("jobs/batch").to("shop/web").tcp(1).isDenied();
    }

    @Test
    void sctpIsClosedUnlessItIsNamed() {
        EdgeCase shop = shop("{podSelector: {}, ingress: [{ports: [{port: 3868}]}]}");
        shop.from("jobs/batch").to("shop/web").sctp(3868).isDenied();
        shop("{podSelector: {}, ingress: [{ports: [{port: 3868, protocol: SCTP}]}]}")
                .from("jobs/batch")
                .to("shop/web")
                .sctp(3868)
                .isAllowed();
    }

    @Test
    void whatIsolationDoesToIcmpIsNotDefined() {
        shop("{podSelector: {}}").from("jobs/batch").to("shop/web").icmp().isUndefined("UDP");
        shop("{podSelector: {}, ingress: [{}]}")
                .from("jobs/batch")
                .to("shop/web")
                .icmp()
                .isAllowed();
    }

    @Test
    void podReachesItselfByItsAddress() {
        EdgeCase shop = shop("{podSelector: {}, policyTypes: [Ingress, Egress]}");
        shop.from("shop/web").to("shop/web").tcp(80).isAllowed();
    }

    @Test
    void podThatDialsItsOwnServiceIsPoliced() {
        EdgeCase shop =
                EdgeCase.manifests(
                                PODS,
                                policy("{podSelector: {}, policyTypes: [Egress]}"),
                                """
                                apiVersion: v1
                                kind: Service
                                metadata: {name: web, namespace: shop}
                                spec: {clusterIP: 10.96.0.9, selector: {app: web}, ports: [{port: 80}]}
                                """)
                        .podRange("10.244.0.0/16");
        shop.from("shop/web").to("10.96.0.9").tcp(80).isDenied();
    }

    @Test
    void ipBlockIsForAddressesOutside() {
        EdgeCase shop =
                shop(
                        "{podSelector: {}, ingress: [{from: [{ipBlock: {cidr: 198.51.100.0/24,"
                                + " except: [198.51.100.128/25]}}]}]}");
        shop.from("198.51.100.7").to("shop/web").tcp(80).isAllowed();
        shop.from("198.51.100.200").to("shop/web").tcp(80).isDenied();
    }

    @Test
    void ipBlockOverPodsIsWhatThePlugInMakesOfIt() {
        EdgeCase shop =
                shop("{podSelector: {}, ingress: [{from: [{ipBlock: {cidr: 10.244.0.0/16}}]}]}")
                        .podRange("10.244.0.0/16");
        shop.on(CniProduct.CALICO).from("jobs/batch").to("shop/web").tcp(80).isAllowed();
        shop.on(CniProduct.CILIUM)
                .from("jobs/batch")
                .to("shop/web")
                .tcp(80)
                .isUndefined("ALLOW by shop/p[0] (Cilium's address blocks mean pods or nodes");
        shop.on(CniProduct.FLANNEL).from("198.51.100.7").to("shop/web").tcp(80).isAllowed();
    }

    @Test
    void addressOfAnotherFamilyIsNotInEveryIpv4Block() {
        shop("{podSelector: {}, ingress: [{from: [{ipBlock: {cidr: 0.0.0.0/0}}]}]}")
                .from("2001:db8::7")
                .to("shop/web")
                .tcp(80)
                .isDenied();
    }

    @Test
    void plugInThatEnforcesNothingLeavesEverythingOpen() {
        shop("{podSelector: {}, policyTypes: [Ingress, Egress]}")
                .on(CniProduct.FLANNEL)
                .from("shop/web")
                .to("jobs/batch")
                .tcp(80)
                .isAllowed();
    }

    @Test
    void residentNodeIsExempt() {
        EdgeCase closed = shop("{podSelector: {}}").on(CniProduct.CALICO);
        closed.nodeRange("10.9.0.1/32").from("10.9.0.1").to("shop/web").tcp(80).isAllowed();
        closed.nodeRange("10.9.0.0/24")
                .from("10.9.0.1")
                .to("shop/web")
                .tcp(80)
                .isUndefined("only the node of the pod is exempt");
    }

    @Test
    void podToItsOwnNodeIsTheChoiceOfThePlugIn() {
        shop("{podSelector: {}, policyTypes: [Egress], egress: [{to: [{ipBlock: {cidr:"
                        + " 10.9.0.0/24}}]}]}")
                .nodeRange("10.9.0.1/32")
                .from("shop/web")
                .to("10.9.0.1")
                .tcp(10250)
                .isUndefined("own node");
    }

    @Test
    void hostNetworkPodIsNeitherSubjectNorPeer() {
        EdgeCase shop =
                shop("{podSelector: {}, ingress: [{from: [{podSelector: {matchLabels: {app:"
                                + " agent}}}]}]}")
                        .on(CniProduct.CALICO)
                        .podRange("10.244.0.0/16")
                        .nodeRange("10.9.0.0/24");
        shop.from("jobs/batch").to("shop/agent").tcp(80).isAllowed();
        shop.from("shop/agent").to("shop/web").tcp(80).isUndefined("node of the pod");
    }

    private static EdgeCase balanced(String policy, String traffic) {
        return EdgeCase.manifests(PODS, policy, service(traffic))
                .podRange("10.244.0.0/16")
                .nodeRange("10.9.0.0/24")
                .within(NETWORK);
    }

    private static String service(String traffic) {
        return """
        apiVersion: v1
        kind: Service
        metadata: {name: web-front, namespace: shop}
        spec:
          type: LoadBalancer
          clusterIP: 10.96.0.20
          externalTrafficPolicy: %s
          selector: {app: web}
          ports: [{port: 443, targetPort: 8443, nodePort: 30443}]
        status: {loadBalancer: {ingress: [{ip: 203.0.113.10}]}}
        """
                .formatted(traffic);
    }

    @Test
    void clientBehindABalancerKeepsItsAddressOnlyUnderTheLocalTrafficPolicy() {
        String clients =
                policy(
                        "{podSelector: {matchLabels: {app: web}}, ingress: [{from: [{ipBlock:"
                                + " {cidr: 198.51.100.0/24}}]}]}");
        EdgeCase local = balanced(clients, "Local");
        local.from("customer").to("203.0.113.10").tcp(443).isAllowed();
        local.from("stranger").to("203.0.113.10").tcp(443).isDenied();
        EdgeCase cluster = balanced(clients, "Cluster");
        cluster.from("customer").to("203.0.113.10").tcp(443).isUndefined("policy-ingress");
    }

    @Test
    void headlessServiceMapsNoPort() {
        EdgeCase shop =
                EdgeCase.manifests(
                        PODS,
                        policy("{podSelector: {}, ingress: [{ports: [{port: 8080}]}]}"),
                        """
                        apiVersion: v1
                        kind: Service
                        metadata: {name: api-direct, namespace: shop}
                        spec: {clusterIP: None, selector: {app: api}, ports: [{port: 80, targetPort: 8080}]}
                        """);
        shop.from("jobs/batch").to("shop/api").tcp(80).isDenied();
        shop.from("jobs/batch").to("shop/api").tcp(8080).isAllowed();
    }

    @Test
    void secondObjectOfANameIsRefused() {
        String one = policy("{podSelector: {}}");
        assertThat(EdgeCase.imported(PODS, one, one).problems())
                .extracting(Problem::message)
                .singleElement()
                .asString()
                .contains("NetworkPolicy shop/p", "f1.yaml:1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{podSelector: {}, ingress: [{from: [{}]}]}",
                "{podSelector: {}, ingress: [{from: [{podSelector: {}, ipBlock: {cidr:"
                        + " 10.0.0.0/8}}]}]}",
                "{podSelector: {}, ingress: [{from: [{ipBlock: {cidr: 10.0.0.0/33}}]}]}",
                "{podSelector: {}, ingress: [{from: [{ipBlock: {cidr: 10.0.0.1}}]}]}",
                "{podSelector: {}, ingress: [{from: [{ipBlock: {cidr: 10.0.0.0/8, except:"
                        + " [11.0.0.0/16]}}]}]}",
                "{podSelector: {}, ingress: [{from: [{ipBlock: {cidr: 10.0.0.0/8, except:"
                        + " [10.0.0.0/8]}}]}]}",
                "{podSelector: {}, ingress: [{ports: [{port: 90, endPort: 80}]}]}",
                "{podSelector: {}, ingress: [{ports: [{port: http, endPort: 80}]}]}",
                "{podSelector: {}, ingress: [{ports: [{endPort: 80}]}]}",
                "{podSelector: {}, ingress: [{ports: [{port: 0}]}]}",
                "{podSelector: {}, ingress: [{ports: [{port: 65536}]}]}",
                "{podSelector: {}, ingress: [{ports: [{port: HTTP_PORT}]}]}",
                "{podSelector: {}, ingress: [{ports: [{port: a-name-of-sixteen}]}]}",
                "{podSelector: {}, ingress: [{ports: [{protocol: ICMP}]}]}",
                "{podSelector: {}, ingress: [{ports: [{protocol: tcp}]}]}",
                "{podSelector: {}, policyTypes: [Inbound]}",
                "{podSelector: {matchExpressions: [{key: app, operator: In}]}}",
                "{podSelector: {matchExpressions: [{key: app, operator: Exists, values: [a]}]}}",
                "{podSelector: {matchExpressions: [{key: app, operator: Equals, values: [a]}]}}",
                "{podSelector: {matchExpressions: [{operator: Exists}]}}",
                "{podSelector: {matchLabels: {'a b': c}}}",
                "{podSelector: {matchLabels: {a: 'b c'}}}",
                "{podSelector: {matchLabels: {a: 1}}}",
                "{podSelector: {matchLabels: {a: true}}}",
                "{podSelector: [app]}",
                "{ingress: {from: []}}",
                "{podSelector: {}, ingress: [{form: [{podSelector: {}}]}]}",
                "{podSelector: {}, ingres: []}",
            })
    void whatTheApiServerRefusesIsNamed(String spec) {
        assertThat(EdgeCase.imported(PODS, policy(spec)).problems())
                .as(spec)
                .extracting(Problem::object)
                .containsExactly("NetworkPolicy shop/p");
    }
}
