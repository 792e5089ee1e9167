package io.portolan.model.compile;

import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.model.compile.need.Terms;
import io.portolan.model.net.Cidr;
import io.portolan.model.net.PortSet;
import io.portolan.model.net.Transport;
import io.portolan.model.policy.Action;
import io.portolan.model.policy.ConnectionState;
import io.portolan.model.policy.EnforcementPoint;
import io.portolan.model.policy.Expr;
import io.portolan.model.policy.Forwarding.Entry;
import io.portolan.model.policy.Forwarding.NextHop;
import io.portolan.model.policy.Match;
import io.portolan.model.policy.Passage;
import io.portolan.model.policy.Peer;
import io.portolan.model.policy.Position;
import io.portolan.model.policy.Replies;
import io.portolan.model.policy.Rule;
import io.portolan.model.policy.Slot;
import io.portolan.model.policy.Target;
import io.portolan.model.policy.Traffic;

import org.junit.jupiter.api.Test;

import java.util.EnumSet;
import java.util.List;

class DevicesTest {
    private static final String FLOW = Shop.flow("F1", "api", "pg", "5432");
    private static final Match AS_NODE =
            Match.any()
                    .from(Compiled.at("10.9.0.0/24"))
                    .to(Compiled.at("10.30.5.10/32"))
                    .on(Terms.to(Transport.TCP, PortSet.of(5432)));

    private static final String WITH_NET =
            """
              net: {kind: internet, label: net}
            links:
              c: {from: fw, fromInterface: wan, to: net}
            """;

    private static Compiled shop(String platform, String... flows) {
        return Compiled.of(Shop.with(platform, flows));
    }

    @Test
    void nftablesSeesTheNodeAndKnowsBothInterfaces() {
        Compiled design = shop("nftables", FLOW);
        assertThat(design.rule("fw/forward", "F1").match())
                .isEqualTo(AS_NODE.passing(Expr.allOf(Terms.enters("k8s"), Terms.leaves("data"))));
        EnforcementPoint point = design.point("fw/forward");
        assertThat(point.replies()).isEqualTo(Replies.FILTERED);
        assertThat(((Position.AtDevice) point.position()).slot()).isEqualTo(Slot.BEFORE_SNAT);
        assertThat(point.blocks().getLast().otherwise()).isEqualTo(Terms.DENY);
        assertThat(design.rules("fw/forward").getFirst().name()).isEqualTo("established");
    }

    @Test
    void podsThatKeepTheirAddressAreSeenAsPods() {
        Compiled design =
                Compiled.of(
                        Shop.with("nftables", FLOW)
                                .replace("masquerade: outside-cluster", "masquerade: never"));
        assertThat(design.rule("fw/forward", "F1").match().source())
                .isEqualTo(Compiled.at("10.1.0.0/16"));
    }

    @Test
    void asaHasAListForEachInterfaceAndItsLevels() {
        Compiled design = shop("asa", FLOW);
        assertThat(design.rule("fw/k8s-in", "F1").match()).isEqualTo(AS_NODE);
        assertThat(design.rules("fw/data-in")).isEmpty();
        assertThat(((Position.AtDevice) design.point("fw/k8s-in").position()).slot())
                .isEqualTo(Slot.AFTER_DNAT);
        assertThat(design.rules("fw/levels"))
                .extracting(Rule::name)
                .containsExactly("k8s to data", "data to k8s");
    }

    @Test
    void equalLevelsTalkOnlyIfAFlowNeedsIt() {
        String equal = Shop.with("asa", FLOW).replace("securityLevel: 80", "securityLevel: 50");
        assertThat(Compiled.of(equal).rules("fw/levels"))
                .extracting(Rule::name)
                .containsExactly("k8s to data");
    }

    @Test
    void anAsaWithoutListsGoesByItsLevels() {
        String existing =
                Shop.with("asa", FLOW)
                        .replaceFirst("(?s)(kind: firewall.*?policy: )derived", "$1existing");
        Compiled design = Compiled.of(existing);
        assertThat(design.result().plan().pointsOf("fw"))
                .extracting(EnforcementPoint::id)
                .containsExactly("fw/levels");
        assertThat(design.rules("fw/levels")).extracting(Rule::name).containsExactly("data to k8s");
    }

    @Test
    void aPlatformWithoutAModelIsUndecidedNeverSkipped() {
        Compiled design =
                Compiled.of(
                        """
                        elements:
                          r:
                            kind: router
                            label: r
                            platform: frr
                            interfaces: [{name: a, address: 10.1.0.1/24}]
                            rules: [{name: "10", action: permit}]
                        """);
        assertThat(design.rules("r/policy"))
                .singleElement()
                .satisfies(r -> assertThat(r.action()).isInstanceOf(Action.Either.class));
    }

    @Test
    void aStatelessFirewallNeedsRulesForTheWayBack() {
        Compiled design = shop("ios", FLOW);
        assertThat(design.rule("fw/k8s-in", "F1").match()).isEqualTo(AS_NODE);
        Match back =
                Match.any()
                        .from(Compiled.at("10.30.5.10/32"))
                        .to(Compiled.at("10.9.0.0/24"))
                        .on(
                                Expr.is(
                                        new Traffic.Ports(
                                                Transport.TCP, PortSet.ALL, PortSet.of(5432))))
                        .passing(
                                Expr.is(
                                        new Passage.InState(
                                                EnumSet.of(ConnectionState.ESTABLISHED))));
        assertThat(design.rule("fw/data-in", "F1").match()).isEqualTo(back);
        assertThat(design.point("fw/data-in").replies()).isEqualTo(Replies.FILTERED);
    }

    @Test
    void writtenRulesStandBeforeDerivedOnes() {
        String written =
                Shop.with("nftables", FLOW)
                        .replace(
                                "    policy: derived\n  vlan:",
                                "    rules:\n"
                                        + "      - {name: no-ssh, action: deny, in: k8s, out: data,"
                                        + " protocol: tcp, ports: \"22\", log: true}\n"
                                        + "    policy: derived\n"
                                        + "  vlan:");
        Compiled design = Compiled.of(written);
        assertThat(design.rules("fw/forward"))
                .extracting(Rule::name)
                .containsExactly("established", "no-ssh", "F1");
        assertThat(design.rule("fw/forward", "no-ssh").action()).isEqualTo(Terms.DENY);
        assertThat(design.rule("fw/forward", "no-ssh").remark().logged()).isTrue();
    }

    @Test
    void aDeviceForwardsToWhatItIsAttachedToAndHidesOverlaidPods() {
        List<Entry> entries = shop("nftables", FLOW).forwarding("fw").entries();
        assertThat(entries)
                .contains(
                        new Entry("", Cidr.parse("10.9.0.0/24"), new NextHop.Attached("k8s")),
                        new Entry("", Cidr.parse("10.30.5.0/24"), new NextHop.Attached("data")))
                .noneMatch(e -> e.prefix().equals(Cidr.parse("10.1.0.0/16")));
    }

    @Test
    void withoutDrawnRoutesTheShortestWayIsTaken() {
        String chain =
                """
                elements:
                  left: {kind: subnet, label: left, range: 10.1.0.0/24}
                  right: {kind: subnet, label: right, range: 10.2.0.0/24}
                  r1: {kind: router, label: r1, platform: frr, interfaces: [{name: a, address: 10.1.0.1/24}, {name: b, address: 192.168.0.1/30}]}
                  r2: {kind: router, label: r2, platform: frr, interfaces: [{name: a, address: 192.168.0.2/30}, {name: b, address: 10.2.0.1/24}]}
                links:
                  x: {from: r1, fromInterface: b, to: r2, toInterface: a}
                """;
        assertThat(Compiled.of(chain).forwarding("r1").entries())
                .contains(new Entry("", Cidr.parse("10.2.0.0/24"), new NextHop.Via("b", "r2")));
    }

    @Test
    void translationsStandWhereTheyHappen() {
        String nat =
                Shop.with("nftables", FLOW)
                        .replace(
                                "    policy: derived\n  vlan:",
                                "    nat:\n"
                                        + "      - {name: hide, kind: source, in: k8s, out: data}\n"
                                        + "      - {name: pub, kind: destination, in: k8s,"
                                        + " destinations: [203.0.113.9/32], to: 10.30.5.10/32}\n"
                                        + "    policy: derived\n"
                                        + "  vlan:");
        Compiled design = Compiled.of(nat);
        assertThat(design.table("fw/postrouting").translations())
                .singleElement()
                .satisfies(t -> assertThat(t.source().address()).isEqualTo(new Target.Own()));
        assertThat(design.table("fw/prerouting").translations())
                .singleElement()
                .satisfies(t ->
                        assertThat(t.destination().address())
                                .isEqualTo(new Target.Pool(List.of(Cidr.parse("10.30.5.10/32")))));
    }

    @Test
    void theInternetIsEverythingThatIsNotInside() {
        String web =
                Shop.with("nftables", Shop.flow("F1", "web", "net", "443"))
                        .replace("links:\n", WITH_NET);
        Compiled design = Compiled.of(web);
        Expr<Peer> to = design.rule("fw/forward", "F1").match().destination();
        assertThat(to).isInstanceOf(Expr.Named.class);
        assertThat(to.toString()).contains("0.0.0.0/0", "10.0.0.0/8", "192.168.0.0/16");
    }
}
