package io.portolan.exporters.edgecases;

import static io.portolan.exporters.edgecases.ClusterPolicyShop.ALL;
import static io.portolan.exporters.edgecases.ClusterPolicyShop.CLOSED;
import static io.portolan.exporters.edgecases.ClusterPolicyShop.OPEN;
import static io.portolan.exporters.edgecases.ClusterPolicyShop.PODS;
import static io.portolan.exporters.edgecases.ClusterPolicyShop.admin;
import static io.portolan.exporters.edgecases.ClusterPolicyShop.batchToApi;

import io.portolan.model.design.CniProduct;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Whom and what the rules of cluster-wide policies mean.
final class ClusterNetworkPolicyPeersTest {
    @Test
    void acceptWithAPeerThatIsNotKnownMatchesNothing() {
        String accept =
                admin(
                        "a",
                        10,
                        "ingress: [{action: Accept, from: [{namespaces: {}}, {serviceAccounts:"
                                + " {}}]}]");
        batchToApi(EdgeCase.manifests(PODS, accept, CLOSED), 80).isDenied();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Deny", "Pass"})
    void oneUnknownPeerMakesAnyOtherRuleDenyEverything(String action) {
        String rule =
                admin(
                        "a",
                        10,
                        "ingress: [{action: %s, from: [{namespaces: {matchLabels: {team: nobody}}},"
                                        .formatted(action)
                                + " {serviceAccounts: {}}]}]");
        EdgeCase estate = EdgeCase.manifests(PODS, rule, OPEN);
        batchToApi(estate, 80).isDenied().because("everything is denied");
        estate.from("198.51.100.7").to("shop/api").udp(53).isDenied();
    }

    @Test
    void domainNamesAreForAcceptAlone() {
        String deny =
                admin("a", 10, "egress: [{action: Deny, to: [{domainNames: ['*.example.org']}]}]");
        EdgeCase.manifests(PODS, deny).from("shop/web").to("jobs/batch").tcp(80).isDenied();
    }

    @Test
    void domainNamesMayMeanAnyAddressOutsideAndNoPod() {
        String accept =
                admin(
                        "a",
                        10,
                        "egress: [{action: Accept, to: [{domainNames: ['*.example.org']}]},"
                                + " {action: Deny, to: [{networks: ['0.0.0.0/0', '::/0']}]}]");
        EdgeCase estate = EdgeCase.manifests(PODS, accept);
        estate.from("shop/web").to("198.51.100.7").tcp(443).isUndefined("a[0]");
        estate.from("shop/web").to("jobs/batch").tcp(443).isDenied();
    }

    @Test
    void networksMeanPodsAsWell() {
        String deny = admin("a", 10, "egress: [{action: Deny, to: [{networks: [0.0.0.0/0]}]}]");
        EdgeCase.manifests(PODS, deny).from("shop/web").to("jobs/batch").tcp(80).isDenied();
        String part = admin("a", 10, "egress: [{action: Deny, to: [{networks: [10.244.0.0/16]}]}]");
        EdgeCase estate = EdgeCase.manifests(PODS, part);
        estate.podRange("10.244.0.0/16").from("shop/web").to("jobs/batch").tcp(80).isDenied();
        estate.podRange("10.9.0.0/16").from("shop/web").to("jobs/batch").tcp(80).isAllowed();
        estate.from("shop/web").to("jobs/batch").tcp(80).isUndefined("a[0]");
    }

    @Test
    void everyIpv4AddressIsNotEveryPodWhereClustersHaveBothFamilies() {
        String deny = admin("a", 10, "egress: [{action: Deny, to: [{networks: [0.0.0.0/0]}]}]");
        String dual =
                """
                apiVersion: v1
                kind: Service
                metadata: {name: s, namespace: shop}
                spec: {ipFamilyPolicy: RequireDualStack, ports: [{port: 80}]}
                """;
        EdgeCase.manifests(PODS, deny, dual)
                .from("shop/web")
                .to("jobs/batch")
                .tcp(80)
                .isUndefined("a[0]");
    }

    @Test
    void protocolsThatAreNotNamedMeanAllOfThem() {
        String deny = admin("a", 10, "ingress: [{action: Deny, from: %s}]".formatted(ALL));
        EdgeCase.manifests(PODS, deny).from("jobs/batch").to("shop/api").icmp().isDenied();
        String range =
                admin(
                        "a",
                        10,
                        "ingress: [{action: Deny, from: %s, protocols: [{udp: {destinationPort:"
                                        .formatted(ALL)
                                + " {range: {start: 50, end: 60}}}}]}]");
        EdgeCase estate = EdgeCase.manifests(PODS, range);
        estate.from("jobs/batch").to("shop/api").udp(60).isDenied();
        estate.from("jobs/batch").to("shop/api").udp(61).isAllowed();
        estate.from("jobs/batch").to("shop/api").tcp(55).isAllowed();
    }

    @Test
    void namedPortHasTheProtocolOfTheContainerPort() {
        String deny =
                admin(
                        "a",
                        10,
                        "ingress: [{action: Deny, from: %s, protocols: [{destinationNamedPort:"
                                        .formatted(ALL)
                                + " dns}]}]");
        EdgeCase estate = EdgeCase.manifests(PODS, deny);
        estate.from("jobs/batch").to("shop/api").udp(53).isDenied();
        estate.from("jobs/batch").to("shop/api").tcp(53).isAllowed();
    }

    @Test
    void podToItselfIsNotSubjectToIt() {
        String deny = admin("a", 10, "ingress: [{action: Deny, from: %s}]".formatted(ALL));
        EdgeCase.manifests(PODS, deny).from("shop/api").to("shop/api").tcp(80).isAllowed();
    }

    @Test
    void hostNetworkPodsAreNeverSelected() {
        String agent =
                """
                apiVersion: v1
                kind: Pod
                metadata: {name: agent, namespace: shop, labels: {app: agent}}
                spec: {hostNetwork: true}
                """;
        String deny = admin("a", 10, "ingress: [{action: Deny, from: %s}]".formatted(ALL));
        EdgeCase.manifests(PODS, agent, deny)
                .on(CniProduct.CALICO, "v3.32.0")
                .nodeRange("10.9.0.0/24")
                .from("jobs/batch")
                .to("shop/agent")
                .tcp(80)
                .isAllowed();
    }

    @Test
    void nodesAreMeantByTheirAddresses() {
        String deny = admin("a", 10, "egress: [{action: Deny, to: [{nodes: {}}]}]");
        EdgeCase estate = EdgeCase.manifests(PODS, deny).nodeRange("10.9.0.0/24");
        estate.from("shop/web").to("jobs/batch").tcp(80).isAllowed();
        String labelled =
                admin(
                        "a",
                        10,
                        "egress: [{action: Deny, to: [{nodes: {matchLabels: {role: infra}}}]}]");
        EdgeCase.manifests(PODS, labelled)
                .nodeRange("10.9.0.0/24")
                .from("shop/web")
                .to("10.9.0.7")
                .tcp(80)
                .isUndefined("own node");
    }
}
