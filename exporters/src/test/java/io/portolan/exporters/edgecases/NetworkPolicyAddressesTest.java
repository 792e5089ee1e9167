package io.portolan.exporters.edgecases;

import static io.portolan.exporters.edgecases.NetworkPolicyShop.PODS;
import static io.portolan.exporters.edgecases.NetworkPolicyShop.policy;
import static io.portolan.exporters.edgecases.NetworkPolicyShop.shop;

import io.portolan.model.design.CniProduct;

import org.junit.jupiter.api.Test;

/// Whose address a NetworkPolicy sees: blocks, the pod itself, nodes, clients behind a balancer.
final class NetworkPolicyAddressesTest {
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

    private static final String DAEMONS =
            """
            apiVersion: apps/v1
            kind: DaemonSet
            metadata: {name: web, namespace: shop}
            spec: {template: {metadata: {labels: {app: web}}}}
            """;

    @Test
    void aNodeWithoutABackendOfItsOwnDropsUnderTheLocalTrafficPolicy() {
        EdgeCase local = balanced("", "Local");
        local.from("customer").to("10.9.0.5").tcp(30443).isUndefined("backend of its own");
        local.from("customer").to("203.0.113.10").tcp(443).isAllowed();
        local.nodeRange("10.9.0.1/32").from("customer").to("10.9.0.1").tcp(30443).isAllowed();
        balanced("", "Cluster").from("customer").to("10.9.0.5").tcp(30443).isAllowed();
        EdgeCase.manifests(DAEMONS, service("Local"))
                .podRange("10.244.0.0/16")
                .nodeRange("10.9.0.0/24")
                .within(NETWORK)
                .from("customer")
                .to("10.9.0.5")
                .tcp(30443)
                .isAllowed();
        EdgeCase closed = balanced(policy("{podSelector: {}}"), "Local");
        closed.from("customer").to("10.9.0.5").tcp(30443).isDenied();
    }

    @Test
    void aBalancerSendsToNodesThatHaveABackend() {
        String pool =
                """
                  balancer:
                    kind: loadBalancer
                    label: balancer
                    parent: wan
                    addresses: [198.51.100.200]
                    snat: 198.51.100.200
                    pools:
                      - {name: web, protocol: tcp, port: 443, members: [cluster], memberPort: 30443}
                links:
                """;
        EdgeCase.manifests(PODS, service("Local"))
                .podRange("10.244.0.0/16")
                .nodeRange("10.9.0.0/24")
                .within(NETWORK.replace("links:\n", pool))
                .from("customer")
                .to("198.51.100.200")
                .tcp(443)
                .isAllowed();
    }
}
