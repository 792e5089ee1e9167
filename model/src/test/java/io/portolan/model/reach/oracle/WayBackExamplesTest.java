package io.portolan.model.reach.oracle;

import io.portolan.model.policy.Expr;
import io.portolan.model.policy.Hook;
import io.portolan.model.policy.Layer;
import io.portolan.model.policy.Slot;

import org.junit.jupiter.api.Test;

/// Replies follow the routes of the devices that they meet. A firewall with sessions that saw no
/// request may drop them, wherever on the way back it stands.
final class WayBackExamplesTest extends Words {
    /// pc (a) - r1 - mid - r2 - srv (b); the firewall fw joins a and mid as well. `back` are the
    /// routes of r2.
    private static Lab lab(String... back) {
        return new Lab("Way back")
                .machine("pc", "10.1.0.10", "a")
                .machine("srv", "10.3.0.10", "b")
                .router(
                        "r1",
                        "if a a a 10.1.0.1",
                        "if m m mid 10.2.0.1",
                        "to 10.1.0.0/16 a",
                        "to 10.3.0.0/16 m r2")
                .router("r2", r2(back))
                .router(
                        "fw",
                        "if m m mid 10.2.0.3",
                        "if a a a 10.1.0.3",
                        "to 10.1.0.0/16 a",
                        "to 10.3.0.0/16 m r2")
                .gateway("a", "r1")
                .gateway("b", "r2")
                .point(
                        "fw",
                        "fw",
                        Layer.DEVICE,
                        on("fw", Slot.BEFORE_SNAT),
                        list("fw", DENY, allow("web", any().on(tcp(80)))));
    }

    private static String[] r2(String... back) {
        String[] lines = new String[back.length + 3];
        lines[0] = "if m m mid 10.2.0.2";
        lines[1] = "if b b b 10.3.0.1";
        lines[2] = "to 10.3.0.0/16 b";
        System.arraycopy(back, 0, lines, 3, back.length);
        return lines;
    }

    @Test
    void repliesByTheSameRoutersPass() {
        lab("to 10.1.0.0/16 m r1").from("pc").to("srv", 80).allowed("there and back");
    }

    @Test
    void aFirewallThatTheRouteBackNamesMayKnowNoSession() {
        lab("to 10.1.0.0/16 m fw")
                .from("pc")
                .to("srv", 80)
                .undefined("the second hop back is another one", "asymmetric path");
    }

    @Test
    void theLongestPrefixChoosesTheWayBack() {
        lab("to 10.0.0.0/8 m fw", "to 10.1.0.0/24 m r1")
                .from("pc")
                .to("srv", 80)
                .allowed("the net of the client is by r1");
        lab("to 10.0.0.0/8 m r1", "to 10.1.0.0/24 m fw")
                .from("pc")
                .to("srv", 80)
                .undefined("the net of the client is by fw", "asymmetric path");
    }

    @Test
    void withoutARouteBackNothingIsSaid() {
        lab().from("pc").to("srv", 80).allowed("a finding, no verdict");
        lab("to 10.1.0.0/16 null").from("pc").to("srv", 80).allowed("dropped: a finding too");
    }

    /// The net between the routers has its own gateway.
    @Test
    void anAttachedNetPassesRepliesToItsGateway() {
        Lab attached = lab("to 10.1.0.0/16 m");
        attached.from("pc").to("srv", 80).allowed("nobody is the gateway");
        attached.gateway("mid", "fw");
        attached.from("pc").to("srv", 80).undefined("the firewall is", "asymmetric path");
    }

    /// A firewall that saw the request is no stranger, nor is one that passes each packet alone.
    @Test
    void onlyStrangersWithSessionsAreInTheWay() {
        Lab through = lab("to 10.1.0.0/16 m fw").gateway("a", "fw");
        through.from("pc").to("srv", 80).allowed("there and back by the firewall");
        Lab plain = lab("to 10.1.0.0/16 m fw");
        plain.points.clear();
        plain.from("pc").to("srv", 80).allowed("a router without filters");
    }

    /// Replies to a translated source come back to who translated it.
    @Test
    void repliesGoToTheAddressThatTheServerSaw() {
        Lab lab =
                lab("to 10.1.0.0/16 m fw", "to 10.2.0.0/24 m r1")
                        .table(
                                Hook.POSTROUTING,
                                "r1",
                                snat("hide", any().to(Expr.not(cidr("10.1.0.0/16"))), own()));
        lab.from("pc").to("srv", 80).allowed("back to the router that translated it");
    }
}
