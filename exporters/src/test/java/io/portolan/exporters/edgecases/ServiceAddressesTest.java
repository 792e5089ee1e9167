package io.portolan.exporters.edgecases;

import static io.portolan.exporters.edgecases.NetworkPolicyShop.PODS;
import static io.portolan.exporters.edgecases.NetworkPolicyShop.policy;

import io.portolan.model.format.DesignWriter;

import org.junit.jupiter.api.Test;

/// Whoever dials any address of a Service dials that Service: pods behind it keep their policies.
final class ServiceAddressesTest {
    private static final String FRONT =
            """
            apiVersion: v1
            kind: Service
            metadata: {name: front, namespace: shop}
            spec:
              clusterIP: 10.96.0.7
              clusterIPs: [10.96.0.7, "fd00::7"]
              externalIPs: [198.51.100.77]
              selector: {app: web}
              ports: [{port: 443}]
            """;

    private static final String BALANCED =
            """
            apiVersion: v1
            kind: Service
            metadata: {name: front, namespace: shop}
            spec: {type: LoadBalancer, clusterIP: 10.96.0.20, selector: {app: web}, ports: [{port: 443}]}
            status: {loadBalancer: {ingress: [{ip: 203.0.113.10}, {ip: 203.0.113.11}]}}
            """;

    private static final String CLOSED = policy("{podSelector: {}}");

    private static final String UNROUTED = "routed to a node is not said";

    @Test
    void clusterAddressesOfBothFamiliesAreTheService() {
        EdgeCase shop = EdgeCase.manifests(PODS, FRONT, CLOSED);
        shop.from("jobs/batch").to("10.96.0.7").tcp(443).isDenied().because("isolated");
        shop.from("jobs/batch").to("fd00::7").tcp(443).isDenied().because("isolated");
    }

    @Test
    void externalAddressIsTheServiceInsideTheCluster() {
        EdgeCase shop = EdgeCase.manifests(PODS, FRONT, CLOSED);
        shop.from("jobs/batch").to("198.51.100.77").tcp(443).isDenied().because("isolated");
        EdgeCase.manifests(PODS, FRONT)
                .from("jobs/batch")
                .to("198.51.100.77")
                .tcp(443)
                .isAllowed()
                .because("translates");
    }

    @Test
    void egressRuleForTheExternalAddressLetsNobodyOut() {
        String out =
                """
                apiVersion: networking.k8s.io/v1
                kind: NetworkPolicy
                metadata: {name: out, namespace: jobs}
                spec:
                  podSelector: {}
                  policyTypes: [Egress]
                  egress: [{to: [{ipBlock: {cidr: 198.51.100.0/24}}]}]
                """;
        EdgeCase shop = EdgeCase.manifests(PODS, FRONT, out).podRange("10.244.0.0/16");
        shop.from("jobs/batch").to("198.51.100.77").tcp(443).isDenied();
        shop.from("jobs/batch").to("198.51.100.78").tcp(443).isAllowed();
    }

    @Test
    void whoRoutesAnExternalAddressToANodeIsNotGuessed() {
        EdgeCase shop = EdgeCase.manifests(PODS, FRONT);
        shop.from("8.8.8.8").to("198.51.100.77").tcp(443).isUndefined(UNROUTED);
        shop.from("8.8.8.8").to("shop/front[Service]").tcp(443).isUndefined(UNROUTED);
        shop.from("jobs/batch").to("198.51.100.77").tcp(80).isUndefined(UNROUTED);
    }

    @Test
    void externalAddressOfANodeLeadsToTheServiceFromOutside() {
        EdgeCase open =
                EdgeCase.manifests(PODS, FRONT)
                        .nodeRange("198.51.100.77/32")
                        .podRange("10.244.0.0/16");
        EdgeCase shop =
                EdgeCase.manifests(PODS, FRONT, CLOSED)
                        .nodeRange("198.51.100.77/32")
                        .podRange("10.244.0.0/16");
        shop.from("jobs/batch").to("198.51.100.77").tcp(443).isDenied().because("isolated");
        open.from("jobs/batch").to("198.51.100.77").tcp(443).isAllowed();
        String client =
                """
                portolan: 1
                name: network
                elements:
                  vm: {kind: virtualMachine, label: vm, addresses: [198.51.100.9], parent: lan}
                  lan: {kind: vlan, label: lan, tag: 7, subnet: 198.51.100.0/24}
                links:
                  a: {from: cluster, to: lan}
                """;
        open.within(client).from("vm").to("198.51.100.77").tcp(443).isAllowed();
        // the node may hide the client, and lets itself in
        shop.within(client).from("vm").to("198.51.100.77").tcp(443).isUndefined("policy-ingress");
    }

    @Test
    void everyAddressOfABalancedServiceIsTheService() {
        EdgeCase shop = EdgeCase.manifests(PODS, BALANCED, CLOSED);
        for (String address : new String[] {"10.96.0.20", "203.0.113.10", "203.0.113.11"}) {
            shop.from("jobs/batch").to(address).tcp(443).isDenied().because("isolated");
        }
    }

    @Test
    void designThatIsWrittenKeepsAllAddresses() {
        EdgeCase shop = EdgeCase.manifests(PODS, FRONT, CLOSED);
        EdgeCase again = EdgeCase.design(DesignWriter.write(shop.design()));
        again.from("jobs/batch").to("fd00::7").tcp(443).isDenied().because("isolated");
        again.from("jobs/batch").to("198.51.100.77").tcp(443).isDenied().because("isolated");
    }

    @Test
    void clusterAddressServesUntilABalancerIsThere() {
        String pending = BALANCED.substring(0, BALANCED.indexOf("status:"));
        EdgeCase.manifests(PODS, pending, CLOSED)
                .from("jobs/batch")
                .to("10.96.0.20")
                .tcp(443)
                .isDenied()
                .because("isolated");
    }

    @Test
    void nobodyIsBehindAPortThatTheServiceDoesNotHave() {
        EdgeCase shop = EdgeCase.manifests(PODS, BALANCED);
        for (String address : new String[] {"10.96.0.20", "203.0.113.10", "203.0.113.11"}) {
            shop.from("jobs/batch").to(address).tcp(8080).hasNoRoute();
        }
    }

    @Test
    void servicesThatShareAnAddressHaveTheirOwnPorts() {
        String second = BALANCED.replace("front", "second").replace("443", "8443");
        EdgeCase shop =
                EdgeCase.manifests(PODS, BALANCED, second.replace("10.96.0.20", "10.96.0.21"));
        shop.from("jobs/batch").to("203.0.113.10").tcp(443).isAllowed();
        shop.from("jobs/batch").to("203.0.113.10").tcp(8443).isAllowed();
    }

    private static final String NOT_ROUTED = "cluster address of the Service is routed";

    @Test
    void clusterAddressIsNotTakenForRoutedOutsideOfItsCluster() {
        EdgeCase open = EdgeCase.manifests(PODS, FRONT);
        open.from("8.8.8.8").to("10.96.0.7").tcp(443).isUndefined(NOT_ROUTED);
        open.from("2001:db8::8").to("fd00::7").tcp(443).isUndefined(NOT_ROUTED);
        open.from("8.8.8.8").to("10.96.0.7").tcp(80).hasNoRoute();
        open.from("8.8.8.8").to("10.96.0.8").tcp(443).isAllowed();
        open.from("jobs/batch").to("10.96.0.7").tcp(443).isAllowed();
        EdgeCase balanced = EdgeCase.manifests(PODS, BALANCED);
        balanced.from("8.8.8.8").to("10.96.0.20").tcp(443).isUndefined(NOT_ROUTED);
        balanced.from("8.8.8.8").to("203.0.113.10").tcp(443).isAllowed();
    }

    @Test
    void clusterAddressLeadsNobodyPastThePoliciesOfThePods() {
        EdgeCase closed = EdgeCase.manifests(PODS, FRONT, CLOSED);
        closed.from("8.8.8.8").to("10.96.0.7").tcp(443).isDenied().because("isolated");
        closed.from("2001:db8::8").to("fd00::7").tcp(443).isDenied().because("isolated");
    }

    @Test
    void aServiceWhoseAddressIsNotSaidIsDialledFromOutsideAtItsBalancerAlone() {
        String plain = FRONT.replaceAll("  (clusterIPs?|externalIPs): .*\n", "");
        EdgeCase.From outside = EdgeCase.manifests(PODS, plain).from("8.8.8.8");
        outside.to("shop/front[Service]").tcp(443).isUndefined(NOT_ROUTED);
        String balanced = plain.replace("spec:", "spec:\n  type: LoadBalancer");
        EdgeCase.manifests(PODS, balanced)
                .from("8.8.8.8")
                .to("shop/front[Service]")
                .tcp(443)
                .isAllowed();
        EdgeCase.manifests(PODS, balanced, CLOSED)
                .from("8.8.8.8")
                .to("shop/front[Service]")
                .tcp(443)
                .isDenied();
    }

    @Test
    void anAddressOfAFamilyThatNoPodHasLeadsToNobody() {
        EdgeCase v4 = EdgeCase.manifests(PODS, FRONT).podRange("10.244.0.0/16");
        v4.from("jobs/batch").to("10.96.0.7").tcp(443).isAllowed();
        v4.from("2001:db8::8").to("fd00::7").tcp(443).hasNoRoute();
        EdgeCase both = EdgeCase.manifests(PODS, FRONT).podRange("fd00:244::/64");
        both.from("jobs/batch").to("fd00::7").tcp(443).isAllowed();
        both.from("8.8.8.8").to("10.96.0.7").tcp(443).hasNoRoute();
    }
}
