package io.portolan.model.reach.oracle;

import io.portolan.model.policy.Action;
import io.portolan.model.policy.Expr;
import io.portolan.model.policy.Hook;
import io.portolan.model.policy.Layer;
import io.portolan.model.policy.Passage;
import io.portolan.model.policy.Position;
import io.portolan.model.policy.Rule;
import io.portolan.model.policy.Slot;
import io.portolan.model.policy.View;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Optional;

/// Firewalls with zones, and devices that nobody models.
final class ZoneExamplesTest extends DeviceWords {
    // set security nat destination rule-set D from zone untrust rule WEB match destination-address
    // 203.0.113.10/32 then destination-nat pool web  (10.20.0.10)
    // set security nat source rule-set S from zone trust to zone untrust rule ALL then source-nat
    // interface
    // set security policies from-zone untrust to-zone dmz policy WEB match source-address any
    // destination-address web application junos-https then permit
    // set security policies from-zone trust to-zone untrust policy OUT match source-address pcs ...
    // then permit
    // set security policies global policy NO-TELNET match application junos-telnet then deny;  set
    // security policies default-policy deny-all
    @Test
    void srx() {
        Lab lab =
                network("SRX")
                        .point(
                                "policies",
                                "fw",
                                Layer.DEVICE,
                                on("fw", Slot.BEFORE_SNAT),
                                list(
                                        "default-policy deny-all",
                                        DENY,
                                        allow(
                                                "untrust-dmz WEB",
                                                any().to(cidr("10.20.0.10"))
                                                        .on(tcp(443))
                                                        .passing(
                                                                Expr.allOf(
                                                                        enters("untrust"),
                                                                        leaves("dmz")))),
                                        allow(
                                                "trust-untrust OUT",
                                                any().from(cidr("10.30.5.99"))
                                                        .passing(
                                                                Expr.allOf(
                                                                        enters("trust"),
                                                                        leaves("untrust")))),
                                        deny("global NO-TELNET", any().on(tcp(23)))))
                        .table(
                                Hook.PREROUTING,
                                "fw",
                                dnat(
                                        "WEB",
                                        any().to(cidr("203.0.113.10")).passing(enters("untrust")),
                                        pool("10.20.0.10"),
                                        0))
                        .table(
                                Hook.POSTROUTING,
                                "fw",
                                snat(
                                        "ALL",
                                        any().passing(
                                                        Expr.allOf(
                                                                enters("trust"),
                                                                leaves("untrust"))),
                                        own()));
        lab.from("client")
                .to("203.0.113.10", 443)
                .allowed(
                        "policy sees the translated destination",
                        "untrust-dmz WEB@198.51.100.0 -> 10.20.0.10:443");
        lab.from("pc")
                .to("client", 443)
                .allowed(
                        "policy sees the original source",
                        "trust-untrust OUT@10.30.5.99",
                        "ALL#translates@203.0.113.2");
        lab.from("db").to("client", 443).denied("default deny-all");
        lab.from("web").to("db", 5432).denied("another zone pair");
        lab.from("web")
                .to("db", 23)
                .denied("global policy after the zone pair", "global NO-TELNET");
    }

    // set rulebase nat rules WEB from untrust to untrust source any destination 203.0.113.10
    // service any destination-translation translated-address 10.20.0.10
    // set rulebase security rules R1 from untrust to dmz destination 203.0.113.10 application any
    // service tcp-443 action allow
    // set rulebase security rules R2 from untrust to dmz destination 10.20.0.11 ...
    //  # post-NAT address: never matches
    // set rulebase security rules R3 from trust to untrust application ssl service
    // application-default action allow
    @Test
    void panos() {
        Position rules = new Position.AtDevice("fw", Slot.BEFORE_SNAT, View.ORIGINAL, Expr.any());
        Lab lab =
                network("PAN-OS")
                        .point(
                                "security",
                                "fw",
                                Layer.DEVICE,
                                rules,
                                list(
                                        "interzone-default",
                                        DENY,
                                        allow(
                                                "R1",
                                                any().to(cidr("203.0.113.10"))
                                                        .on(tcp(443))
                                                        .passing(
                                                                Expr.allOf(
                                                                        enters("untrust"),
                                                                        leaves("dmz")))),
                                        allow(
                                                "R2",
                                                any().to(cidr("10.20.0.11"))
                                                        .on(tcp(443))
                                                        .passing(
                                                                Expr.allOf(
                                                                        enters("untrust"),
                                                                        leaves("dmz")))),
                                        allow(
                                                "R3",
                                                any().on(
                                                                Expr.allOf(
                                                                        tcp(443),
                                                                        new Expr.Unknown<>(
                                                                                "application ssl")))
                                                        .passing(
                                                                Expr.allOf(
                                                                        enters("trust"),
                                                                        leaves("untrust")))),
                                        new Rule(
                                                "intrazone-default",
                                                any().passing(
                                                                Expr.anyOf(
                                                                        Expr.allOf(
                                                                                enters("dmz"),
                                                                                leaves("dmz")),
                                                                        Expr.allOf(
                                                                                enters("trust"),
                                                                                leaves("trust")))),
                                                ALLOW,
                                                builtIn("intrazone-default"))))
                        .table(
                                Hook.PREROUTING,
                                "fw",
                                dnat(
                                        "WEB",
                                        any().to(cidr("203.0.113.10")).passing(enters("untrust")),
                                        pool("10.20.0.10"),
                                        0),
                                dnat(
                                        "WEB2",
                                        any().to(cidr("203.0.113.11")).passing(enters("untrust")),
                                        pool("10.20.0.11"),
                                        0));
        lab.from("client")
                .to("203.0.113.10", 443)
                .allowed("pre-NAT address, post-NAT zone", "R1@198.51.100.0 -> 203.0.113.10:443");
        lab.from("client")
                .to("203.0.113.11", 443)
                .denied("a rule on the post-NAT address does not match");
        lab.from("pc").to("client", 443).undefined("App-ID is undecided at L4", "R3");
        lab.from("pc").to("client", 80).denied("App-ID rule does not apply to another port");
        lab.from("web").to("db", 5432).denied("interzone-default");
    }

    // config firewall vip / edit "web" / set extip 203.0.113.10 / set mappedip 10.20.0.10
    // config firewall policy / edit 1 srcintf outside dstintf dmz srcaddr all dstaddr all action
    // deny       (match-vip disable)
    //                          edit 2 srcintf outside dstintf dmz srcaddr all dstaddr "web" service
    // HTTPS action accept
    @Test
    void fortigate() {
        Expr<Passage> pair = Expr.allOf(enters("outside"), leaves("dmz"));
        Expr<Passage> vip = Expr.allOf(pair, Expr.is(new Passage.Translated(Optional.of("web"))));
        Expr<Passage> noVip = Expr.allOf(pair, notTranslated());
        Rule accept =
                allow(
                        "2",
                        any().to(new Expr.Named<>("web", cidr("10.20.0.10")))
                                .on(tcp(443))
                                .passing(vip));
        Lab before = fortigate(deny("1", any().passing(noVip)), accept);
        before.from("client")
                .to("203.0.113.10", 443)
                .allowed("deny above a VIP does not block it", "policy#2");
        before.from("client")
                .to("web", 443)
                .denied("the deny holds for the real address", "policy#1");
        before.from("client").to("203.0.113.10", 80).denied("implicit deny", "default");
        Lab matchVip = fortigate(deny("1 match-vip enable", any().passing(pair)), accept);
        matchVip.from("client")
                .to("203.0.113.10", 443)
                .denied("match-vip enable: the deny blocks it");
        Lab dynamic =
                fortigate(
                        new Rule(
                                "3 fqdn",
                                any().from(new Expr.Unknown<>("fqdn list")).passing(noVip),
                                DENY,
                                line(3)),
                        allow("4", any().passing(pair)));
        dynamic.from("client")
                .to("web", 80)
                .undefined("an undecidable deny is never skipped", "3 fqdn");
        Lab same =
                fortigate(
                        new Rule(
                                "3 fqdn",
                                any().from(new Expr.Unknown<>("fqdn list")),
                                DENY,
                                line(3)),
                        deny("4", any()));
        same.from("client").to("web", 80).denied("undecidable, but both ways lead to deny");
    }

    private static Lab fortigate(Rule... rules) {
        return network("FortiGate")
                .point(
                        "policy",
                        "fw",
                        Layer.DEVICE,
                        on("fw", Slot.BEFORE_SNAT),
                        list("implicit deny", DENY, rules))
                .table(
                        Hook.PREROUTING,
                        "fw",
                        dnat(
                                "web",
                                any().to(cidr("203.0.113.10")).passing(enters("outside")),
                                pool("10.20.0.10"),
                                0));
    }

    @Test
    void unmodelled() {
        Lab lab =
                network("Not modelled")
                        .point(
                                "ips",
                                "fw",
                                Layer.DEVICE,
                                on("fw", Slot.BEFORE_SNAT),
                                list(
                                        "service-policy not understood",
                                        either("device not modelled")));
        lab.from("client")
                .to("web", 443)
                .undefined("a device without a model is UNDEFINED, never skipped");
        Lab line =
                network("Not modelled")
                        .point(
                                "acl",
                                "fw",
                                Layer.DEVICE,
                                on("fw", Slot.AFTER_DNAT),
                                list(
                                        "acl",
                                        DENY,
                                        rule(
                                                "line 7: permit tcp any any time-range OFFICE",
                                                any().on(
                                                                Expr.allOf(
                                                                        tcp(443),
                                                                        new Expr.Unknown<>(
                                                                                "time-range"
                                                                                        + " OFFICE"))),
                                                ALLOW),
                                        rule(
                                                "line 8: ???",
                                                any().from(new Expr.Unknown<>("line 8")),
                                                new Action.Either(
                                                        "line 8", List.of(ALLOW, DENY, LOG))),
                                        allow("line 9", any().on(tcp(80)))));
        line.from("client").to("web", 443).undefined("time range", "line 7");
        line.from("client").to("web", 80).undefined("a line not understood may decide", "line 8");
        line.from("client")
                .to("web", 22)
                .undefined("and may open what nothing else opens", "line 8");
    }
}
