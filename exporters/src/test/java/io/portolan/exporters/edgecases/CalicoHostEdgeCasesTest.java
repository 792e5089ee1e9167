package io.portolan.exporters.edgecases;

import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.model.design.Cluster;
import io.portolan.model.net.Cidr;

import org.junit.jupiter.api.Test;

import java.util.List;

/// Calico's host endpoints from their text to the verdict: what ends at a node, begins there, or is
/// forwarded by it.
final class CalicoHostEdgeCasesTest {
    private static final String PODS =
            """
            apiVersion: v1
            kind: Pod
            metadata: {name: web, namespace: shop, labels: {app: web}}
            ---
            apiVersion: v1
            kind: Pod
            metadata: {name: agent, namespace: shop, labels: {app: agent}}
            spec: {hostNetwork: true}
            """;

    private static EdgeCase hosts(String profiles, String... policies) {
        return EdgeCase.manifests(
                PODS,
                """
                apiVersion: projectcalico.org/v3
                kind: HostEndpoint
                metadata: {name: n1, labels: {host: n1}}
                spec: {node: n1, interfaceName: eth0, expectedIPs: [10.9.0.1], profiles: [%s]}
                ---
                apiVersion: projectcalico.org/v3
                kind: HostEndpoint
                metadata: {name: n2, labels: {host: n2}}
                spec: {node: n2, interfaceName: eth0, expectedIPs: [10.9.0.2], profiles: [%s]}
                """
                        .formatted(profiles, profiles),
                String.join("\n---\n", policies));
    }

    private static String policy(String spec) {
        return """
        apiVersion: projectcalico.org/v3
        kind: GlobalNetworkPolicy
        metadata: {name: p}
        spec:
        %s
        """
                .formatted(spec.indent(2));
    }

    private static final String SSH =
            policy(
                    """
                    selector: host == 'n1'
                    ingress: [{action: Allow, protocol: TCP, destination: {ports: [9100]}}]\
                    """);

    @Test
    void nodesAreKnownByTheAddressesThatAreExpected() {
        assertThat(hosts("").design().all(Cluster.class))
                .singleElement()
                .extracting(Cluster::nodeRanges)
                .isEqualTo(List.of(Cidr.parse("10.9.0.1/32"), Cidr.parse("10.9.0.2/32")));
    }

    @Test
    void withoutProfileAndPolicyAHostIsClosedButForItsFailsafePorts() {
        EdgeCase closed = hosts("");
        closed.from("198.51.100.7").to("10.9.0.1").tcp(80).isDenied().because("profiles");
        closed.from("198.51.100.7").to("10.9.0.1").tcp(22).isAllowed().because("failsafe");
        closed.from("10.9.0.1").to("198.51.100.7").tcp(80).isDenied();
        closed.from("10.9.0.1").to("198.51.100.7").udp(53).isAllowed();
    }

    @Test
    void failsafePortsAreThoseOfTheConfiguration() {
        EdgeCase other =
                hosts(
                        "",
                        """
                        apiVersion: projectcalico.org/v3
                        kind: FelixConfiguration
                        metadata: {name: default}
                        spec:
                          failsafeInboundHostPorts: [{protocol: TCP, port: 2222, net: 198.51.100.0/24}]
                        """);
        other.from("198.51.100.7").to("10.9.0.1").tcp(22).isDenied();
        other.from("198.51.100.7").to("10.9.0.1").tcp(2222).isAllowed();
        other.from("203.0.113.7").to("10.9.0.1").tcp(2222).isDenied();
        other.from("10.9.0.1").to("198.51.100.7").udp(53).isAllowed();
    }

    @Test
    void profileThatAllowsIsAskedWhereNoPolicySelectsTheHost() {
        EdgeCase open = hosts("projectcalico-default-allow", SSH);
        open.from("198.51.100.7").to("10.9.0.1").tcp(9100).isAllowed();
        open.from("198.51.100.7").to("10.9.0.1").tcp(80).isDenied().because("tier default");
        open.from("198.51.100.7").to("10.9.0.2").tcp(80).isAllowed();
    }

    @Test
    void profileOfTheManifestsDecides() {
        EdgeCase own =
                hosts(
                        "mine",
                        """
                        apiVersion: projectcalico.org/v3
                        kind: Profile
                        metadata: {name: mine}
                        spec: {ingress: [{action: Allow, protocol: UDP}]}
                        """);
        own.from("198.51.100.7").to("10.9.0.1").udp(5000).isAllowed();
        own.from("198.51.100.7").to("10.9.0.1").tcp(5000).isDenied();
        hosts("lost")
                .from("198.51.100.7")
                .to("10.9.0.1")
                .tcp(5000)
                .isUndefined("profile lost is not in the manifests");
    }

    @Test
    void policyOfHostsLeavesPodsAlone() {
        hosts("", SSH).from("198.51.100.7").to("shop/web").tcp(80).isAllowed();
    }

    @Test
    void podsOfTheHostNetworkAreTheirNode() {
        EdgeCase shop = hosts("", policy("{selector: app == 'agent', ingress: [{action: Deny}]}"));
        shop.from("198.51.100.7").to("shop/agent").tcp(22).isAllowed();
    }

    @Test
    void podOfTheHostNetworkMayBeOnTheNodeOfThePod() {
        EdgeCase closed =
                EdgeCase.manifests(
                        PODS,
                        """
                        apiVersion: projectcalico.org/v3
                        kind: NetworkPolicy
                        metadata: {name: closed, namespace: shop}
                        spec: {selector: app == 'web', ingress: [{action: Allow, source: {selector: all()}}]}
                        """);
        closed.from("shop/agent").to("shop/web").tcp(80).isUndefined("DENY by default of tier");
    }

    @Test
    void whatAHostForwardsIsOpenUnlessAPolicyAppliesToIt() {
        String deny =
                """
                selector: has(host)
                applyOnForward: true
                ingress: [{action: Deny, source: {nets: [198.51.100.0/24]}}, {action: Allow}]\
                """;
        EdgeCase forward = hosts("", policy(deny));
        forward.from("203.0.113.7").to("shop/web").tcp(80).isAllowed();
        forward.from("198.51.100.7")
                .to("shop/web")
                .tcp(80)
                .isUndefined("host endpoint n1 denies it if it crosses it");
        forward.from("198.51.100.7").to("10.9.0.1").tcp(80).isDenied();
    }

    @Test
    void policyBeforeDnatHasNoEndAndMayDenyWhatIsForwarded() {
        EdgeCase early =
                hosts(
                        "projectcalico-default-allow",
                        policy(
                                """
                                selector: has(host)
                                preDNAT: true
                                applyOnForward: true
                                ingress:
                                - action: Deny
                                  protocol: TCP
                                  source: {nets: [198.51.100.128/25]}
                                  destination: {ports: [30080]}\
                                """));
        early.from("198.51.100.200").to("10.9.0.1").tcp(30080).isDenied();
        early.from("198.51.100.7").to("10.9.0.1").tcp(30080).isAllowed();
        early.from("198.51.100.200").to("10.9.0.1").tcp(30081).isAllowed();
        early.from("198.51.100.200").to("shop/web").tcp(8080).isUndefined("host endpoint n1");
        early.from("198.51.100.7").to("shop/web").tcp(8080).isAllowed();
    }

    @Test
    void untrackedPolicyNeedsRulesForReplies() {
        EdgeCase untracked =
                hosts(
                        "",
                        policy(
                                """
                                selector: has(host)
                                doNotTrack: true
                                applyOnForward: true
                                ingress:
                                - {action: Deny, protocol: UDP, destination: {ports: [53]}}
                                - {action: Allow, protocol: TCP, destination: {ports: [80]}}\
                                """));
        untracked.from("198.51.100.7").to("10.9.0.1").udp(53).isDenied();
        untracked
                .from("198.51.100.7")
                .to("10.9.0.1")
                .tcp(80)
                .isUndefined("replies to an untracked connection");
        untracked.from("198.51.100.7").to("10.9.0.1").tcp(81).isDenied().because("profiles");
    }

    @Test
    void hostWithoutExpectedAddressesMayBeAnyNode() {
        EdgeCase unknown =
                EdgeCase.manifests(
                                PODS,
                                """
                                apiVersion: projectcalico.org/v3
                                kind: HostEndpoint
                                metadata: {name: n1, labels: {host: n1}}
                                spec: {node: n1, interfaceName: eth0}
                                """)
                        .nodeRange("10.9.0.0/24");
        unknown.from("198.51.100.7").to("10.9.0.1").tcp(80).isUndefined("profiles");
    }
}
