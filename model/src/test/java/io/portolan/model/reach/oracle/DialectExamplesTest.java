package io.portolan.model.reach.oracle;

import io.portolan.model.policy.Block;
import io.portolan.model.policy.Expr;
import io.portolan.model.policy.Layer;
import io.portolan.model.policy.Slot;

import org.junit.jupiter.api.Test;

/// What a dialect reads decides as it stands in the text. Reading and writing the text itself, and
/// what it has no words for, is the contract of every dialect among the exporters.
final class DialectExamplesTest extends Words {
    private static Lab lab(Block block) {
        return new Lab("Dialect (ASA)")
                .machine("web", "10.20.0.10", "dmz")
                .machine("web2", "10.20.0.11", "dmz")
                .machine("db", "10.30.5.10", "inside")
                .router(
                        "fw",
                        "if dmz dmz dmz 10.20.0.1",
                        "if inside inside inside 10.30.0.1",
                        "to 10.30.0.0/16 inside",
                        "to 10.20.0.0/16 dmz")
                .gateway("dmz", "fw")
                .gateway("inside", "fw")
                .point("IN", "fw", Layer.DEVICE, on("fw", Slot.AFTER_DNAT, enters("dmz")), block);
    }

    @Test
    void linesOfAnAccessList() {
        Lab lab =
                lab(
                        list(
                                "IN",
                                DENY,
                                allow(
                                        "permit tcp to pg",
                                        any().from(cidr("10.20.0.0/25"))
                                                .to(cidr("10.30.5.10/32"))
                                                .on(tcp(5432))),
                                deny("deny udp", any().on(udp())),
                                allow("permit ip", any().from(cidr("10.20.0.11/32")))));
        lab.from("web").to("db", 5432).allowed("the rule that was read decides", "permit tcp");
        lab.from("web").to("db", 80).denied("implicit deny");
        lab.from("web2").to("db", 80).allowed("last line");
    }

    @Test
    void aLineThatIsNotUnderstoodMayMatch() {
        Lab lab =
                lab(
                        list(
                                "IN",
                                DENY,
                                allow(
                                        "permit tcp object-group X any eq 22",
                                        any().from(new Expr.Unknown<>("object-group X"))),
                                deny("deny ip any any", any())));
        lab.from("web").to("db", 22).undefined("an unknown group", "object-group X");
    }
}
