package io.portolan.model.reach;

import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.model.compile.PlanCompiler;
import io.portolan.model.design.Design;
import io.portolan.model.format.DesignReader;

import org.junit.jupiter.api.Test;

/// Two firewalls stand side by side between the client and the server; only the first lets the flow
/// pass. No routes are drawn, so that the flow says which of them it takes.
class WaypointsTest {
    private static final String DRAWN =
            """
            portolan: 1
            name: test
            elements:
              left: {kind: subnet, label: left, range: 10.1.0.0/24}
              right: {kind: subnet, label: right, range: 10.2.0.0/24}
              pc: {kind: virtualMachine, label: pc, parent: left, addresses: [10.1.0.10]}
              db: {kind: database, label: db, parent: right, addresses: [10.2.0.10]}
              open: {kind: firewall, label: open, platform: nftables, policy: existing,
                rules: [{name: all, action: permit}],
                interfaces: [{name: a, address: 10.1.0.1/24}, {name: b, address: 10.2.0.1/24}]}
              shut: {kind: firewall, label: shut, platform: nftables, policy: existing,
                interfaces: [{name: a, address: 10.1.0.2/24}, {name: b, address: 10.2.0.2/24}]}
              far: {kind: router, label: far, platform: other, interfaces: [{name: a, address: 10.9.0.1/24}]}
            flows:
              f: {from: pc, to: db, intent: allow, protocol: tcp, ports: "5432", encryption: not-required, via: [VIA]}
            """;

    private static Verdict verdict(String text) {
        Design design = DesignReader.read(text).design().orElseThrow();
        return Reachability.of(PlanCompiler.compile(design))
                .evaluate(design.flows().firstEntry().getValue());
    }

    @Test
    void withoutAWaypointBothWaysCount() {
        assertThat(verdict(DRAWN.replace("VIA", ""))).isInstanceOf(Verdict.Undefined.class);
    }

    @Test
    void theWaypointChoosesBetweenWaysThatTheDrawingLeavesOpen() {
        assertThat(verdict(DRAWN.replace("VIA", "open"))).isInstanceOf(Verdict.Allowed.class);
        assertThat(verdict(DRAWN.replace("VIA", "shut"))).isInstanceOf(Verdict.Denied.class);
    }

    @Test
    void aWaypointThatNoWayPassesLeavesTheAnswerOpen() {
        assertThat(verdict(DRAWN.replace("VIA", "far")))
                .isInstanceOfSatisfying(
                        Verdict.Undefined.class,
                        open -> assertThat(open.reason()).contains("far", "no way is drawn"));
    }

    @Test
    void aDrawnGatewayDecidesWhateverIsSaid() {
        String drawn = DRAWN.replace("range: 10.1.0.0/24", "range: 10.1.0.0/24, gateway: 10.1.0.1");
        assertThat(verdict(drawn.replace("VIA", "open"))).isInstanceOf(Verdict.Allowed.class);
        assertThat(verdict(drawn.replace("VIA", "shut"))).isInstanceOf(Verdict.Undefined.class);
    }

    @Test
    void answersComeBackByTheWaypoint() {
        String permit = "\n    rules: [{name: all, action: permit}],";
        String both = DRAWN.replace("label: shut,", "label: shut," + permit).replace("VIA", "shut");
        assertThat(verdict(both)).isInstanceOf(Verdict.Allowed.class);
    }

    /// A gateway is an end of its own connections, no device on the way.
    @Test
    void whatIsNoDeviceIsNotWaitedFor() {
        String gateway = "  gw: {kind: gateway, label: gw, product: nginx}\nflows:";
        String drawn = DRAWN.replace("flows:", gateway).replace("VIA", "gw, open");
        assertThat(verdict(drawn)).isInstanceOf(Verdict.Allowed.class);
    }

    /// Two routes of equal cost are both taken, whatever is said; where no route is drawn, what is
    /// said chooses.
    @Test
    void drawnRoutesComeBeforeWhatIsSaid() {
        String behind =
                DRAWN.replace("range: 10.1.0.0/24", "range: 10.1.0.0/24, gateway: 10.1.0.9")
                        .replace("name: a, address: 10.1.0.1", "name: a, address: 10.3.0.1")
                        .replace("name: a, address: 10.1.0.2", "name: a, address: 10.3.0.2")
                        .replace("flows:", BEFORE + "flows:")
                        .replace("VIA", "open");
        String routes =
                "routes: [{prefix: 10.2.0.0/24, via: 10.3.0.1}, {prefix: 10.2.0.0/24, via: 10.3.0.2}],";
        assertThat(verdict(behind.replace("DRAWN", ""))).isInstanceOf(Verdict.Allowed.class);
        assertThat(verdict(behind.replace("DRAWN", routes))).isInstanceOf(Verdict.Undefined.class);
    }

    private static final String BEFORE =
            """
              mid: {kind: subnet, label: mid, range: 10.3.0.0/24}
              first: {kind: router, label: first, platform: other, DRAWN
                interfaces: [{name: a, address: 10.1.0.9/24}, {name: m, address: 10.3.0.9/24}]}
            """;
}
