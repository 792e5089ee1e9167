package io.portolan.model.reach.oracle;

import io.portolan.model.net.Cidr;
import io.portolan.model.policy.ConnectionState;
import io.portolan.model.policy.Expr;
import io.portolan.model.policy.Hook;
import io.portolan.model.policy.Layer;
import io.portolan.model.policy.Match;
import io.portolan.model.policy.Policy;
import io.portolan.model.policy.Rewrite;
import io.portolan.model.policy.Rule;
import io.portolan.model.policy.Slot;
import io.portolan.model.policy.Target;

import org.junit.jupiter.api.Test;

/// Access lists of ASA and IOS, security levels, and what is translated between them.
final class CiscoExamplesTest extends DeviceWords {
    // object network WEB / host 10.20.0.10 / nat (dmz,outside) static 203.0.113.10
    // access-list OUTSIDE-IN extended permit tcp any object WEB eq 443          ! the real address
    // access-list OUTSIDE-IN extended permit tcp any host 203.0.113.11 eq 443   ! a mapped address:
    // never matches
    // access-group OUTSIDE-IN in interface outside
    // access-list GLOBAL extended permit tcp any any eq 5432 / deny tcp any any eq 23 /
    // access-group GLOBAL global
    // nat (inside,outside) after-auto source dynamic any interface
    @Test
    void asaAccessLists() {
        Policy global =
                policy(
                        "GLOBAL",
                        any().source(),
                        deny("GLOBAL 1", any().on(tcp(23))),
                        allow("GLOBAL 2", any().on(tcp(5432))));
        Policy outsideIn =
                policy(
                        "OUTSIDE-IN",
                        any().source(),
                        allow("OUTSIDE-IN 1", any().to(cidr("10.20.0.10")).on(tcp(443))),
                        allow("OUTSIDE-IN 2", any().to(cidr("203.0.113.11")).on(tcp(443))));
        Lab lab =
                network("ASA")
                        .point(
                                "outside",
                                "fw",
                                Layer.DEVICE,
                                on("fw", Slot.AFTER_DNAT, enters("outside")),
                                block("interface, global, deny", FIRST, DENY, outsideIn, global))
                        .point(
                                "others",
                                "fw",
                                Layer.DEVICE,
                                on("fw", Slot.AFTER_DNAT, enters("dmz", "inside")),
                                block("global, deny", FIRST, DENY, global))
                        .table(
                                Hook.PREROUTING,
                                "fw",
                                dnat(
                                        "WEB static",
                                        any().to(cidr("203.0.113.10")).passing(enters("outside")),
                                        pool("10.20.0.10"),
                                        0),
                                dnat(
                                        "WEB2 static",
                                        any().to(cidr("203.0.113.11")).passing(enters("outside")),
                                        pool("10.20.0.11"),
                                        0))
                        .table(
                                Hook.POSTROUTING,
                                "fw",
                                snat(
                                        "WEB static (out)",
                                        any().from(cidr("10.20.0.10")).passing(leaves("outside")),
                                        pool("203.0.113.10")),
                                snat(
                                        "after-auto",
                                        any().passing(
                                                        Expr.allOf(
                                                                enters("inside"),
                                                                leaves("outside"))),
                                        own()));
        lab.from("client")
                .to("203.0.113.10", 443)
                .allowed(
                        "NAT: the list names the real address",
                        "OUTSIDE-IN 1@198.51.100.0 -> 10.20.0.10:443");
        lab.from("client")
                .to("203.0.113.11", 443)
                .denied(
                        "NAT: a rule on the mapped address never matches",
                        "default of interface, global, deny");
        lab.from("client").to("db", 5432).allowed("global ACL after the interface ACL", "GLOBAL 2");
        lab.from("web").to("db", 5432).allowed("global ACL alone", "GLOBAL 2");
        lab.from("pc")
                .to("client", 443)
                .denied("with a global ACL the implicit permit to a lower level is off");
        lab.from("web")
                .to("client", 5432)
                .allowed(
                        "source translated after the list",
                        "others#GLOBAL 2@10.20.0.10",
                        "WEB static (out)#translates@203.0.113.10");
        lab.from("client").to("web", 23).denied("global deny");
    }

    // nameif outside / security-level 0;  dmz 50;  inside 100;  lab 50;  no access-group anywhere
    // no same-security-traffic permit inter-interface, no ... intra-interface
    @Test
    void asaLevels() {
        Lab lab =
                network("ASA levels")
                        .machine("box", "10.40.0.1", "lab")
                        .machine("far", "10.31.0.1", "behind");
        lab.routers.clear();
        lab.router(
                        "fw",
                        "if outside untrust outside 203.0.113.2",
                        "if dmz dmz dmz 10.20.0.1",
                        "if inside trust inside 10.30.0.1",
                        "if lab lab lab 10.40.0.254",
                        "to 198.51.100.0/24 outside",
                        "to 10.20.0.0/16 dmz",
                        "to 10.30.0.0/16 inside",
                        "to 10.40.0.0/16 lab",
                        "to 10.31.0.0/16 inside r2")
                .router(
                        "r2",
                        "if in in inside 10.30.0.2",
                        "if b b behind 10.31.0.254",
                        "to 10.31.0.0/16 b",
                        "to 0.0.0.0/0 in fw")
                .gateway("lab", "fw")
                .gateway("behind", "r2")
                .point(
                        "levels",
                        "fw",
                        Layer.DEVICE,
                        on("fw", Slot.BEFORE_SNAT),
                        list(
                                "security levels",
                                DENY,
                                level("inside 100 to lower", "inside", "dmz", "lab", "outside"),
                                level("dmz 50 to lower", "dmz", "outside"),
                                level("lab 50 to lower", "lab", "outside")));
        lab.from("pc").to("client", 443).allowed("higher to lower", "inside 100");
        lab.from("client").to("web", 443).denied("lower to higher");
        lab.from("web").to("box", 443).denied("equal levels");
        lab.from("pc").to("far", 443).denied("hairpin: in and out of one interface");
        lab.from("web").to("client", 443).allowed("dmz to outside");
    }

    private static Rule level(String words, String from, String... to) {
        return new Rule(
                words,
                any().passing(Expr.allOf(enters(from), leaves(to))),
                ALLOW,
                builtIn("security-level"));
    }

    // ip access-list extended DMZ-IN / permit tcp host 10.20.0.10 host 10.30.5.10 eq 5432 / permit
    // udp ... eq 53 / deny ip any any
    // ip access-list extended INSIDE-IN / permit tcp host 10.30.5.10 eq 5432 any established / deny
    // ip any any
    // interface dmz / ip access-group DMZ-IN in;  interface inside / ip access-group INSIDE-IN in;
    // interface outside / ip access-group NOWHERE in
    @Test
    void ios() {
        Match back =
                any().from(cidr("10.30.5.10"))
                        .on(tcpFrom(5432))
                        .passing(state(ConnectionState.ESTABLISHED));
        Lab lab =
                network("IOS")
                        .stateless(
                                "dmz in",
                                "fw",
                                Layer.DEVICE,
                                on("fw", Slot.BEFORE_DNAT, enters("dmz")),
                                list(
                                        "DMZ-IN",
                                        DENY,
                                        allow(
                                                "10",
                                                any().from(cidr("10.20.0.10"))
                                                        .to(cidr("10.30.5.10"))
                                                        .on(tcp(5432))),
                                        allow(
                                                "20",
                                                any().from(cidr("10.20.0.10"))
                                                        .to(cidr("10.30.5.10"))
                                                        .on(udp(53))),
                                        allow(
                                                "30",
                                                any().from(cidr("10.20.0.10"))
                                                        .to(cidr("10.30.5.10"))
                                                        .on(tcp(80)))))
                        .stateless(
                                "inside in",
                                "fw",
                                Layer.DEVICE,
                                on("fw", Slot.BEFORE_DNAT, enters("inside")),
                                list("INSIDE-IN", DENY, allow("10", back)))
                        .stateless(
                                "outside in",
                                "fw",
                                Layer.DEVICE,
                                on("fw", Slot.BEFORE_DNAT, enters("outside")),
                                list("undefined ACL NOWHERE", ALLOW));
        lab.from("web")
                .to("db", 5432)
                .allowed("stateless return by established", "reply: inside in#10");
        lab.from("web")
                .to("db", 53)
                .over(17)
                .denied(
                        "stateless return: UDP has no way back",
                        "dmz in#20",
                        "reply: inside in#default");
        lab.from("web")
                .to("db", 80)
                .denied(
                        "stateless return: established, but from another port",
                        "dmz in#30",
                        "reply: inside in#default");
        lab.from("web").to("pc", 80).denied("implicit deny");
        lab.from("db")
                .to("web", 40000)
                .denied("established does not admit a new connection", "inside in#default");
        lab.from("client").to("client", 1).allowed("same segment never meets the router");
        Lab open =
                network("IOS")
                        .stateless(
                                "outside in",
                                "fw",
                                Layer.DEVICE,
                                on("fw", Slot.BEFORE_DNAT, enters("outside")),
                                list("undefined ACL NOWHERE", ALLOW));
        open.from("client")
                .to("db", 3389)
                .allowed("undefined IOS ACL permits all", "undefined ACL NOWHERE");
    }

    // ip nat inside source static 10.20.0.10 203.0.113.10
    // interface outside / ip nat outside / ip access-group OUT-IN in / ip access-group OUT-OUT out
    // OUT-IN: permit tcp any host 203.0.113.10 eq 443;  OUT-OUT: permit tcp host 203.0.113.10 any
    @Test
    void iosTranslation() {
        Lab lab =
                network("IOS")
                        .stateless(
                                "out-in",
                                "fw",
                                Layer.DEVICE,
                                on("fw", Slot.BEFORE_DNAT, enters("outside")),
                                list(
                                        "OUT-IN",
                                        DENY,
                                        allow("10", any().to(cidr("203.0.113.10")).on(tcp(443)))))
                        .stateless(
                                "out-out",
                                "fw",
                                Layer.DEVICE,
                                on("fw", Slot.AFTER_SNAT, leaves("outside")),
                                list(
                                        "OUT-OUT",
                                        DENY,
                                        allow("10", any().from(cidr("203.0.113.10")))))
                        .table(
                                Hook.PREROUTING,
                                "fw",
                                dnat(
                                        "static",
                                        any().to(cidr("203.0.113.10")).passing(enters("outside")),
                                        pool("10.20.0.10"),
                                        0))
                        .table(
                                Hook.POSTROUTING,
                                "fw",
                                snat(
                                        "static",
                                        any().from(cidr("10.20.0.10")).passing(leaves("outside")),
                                        pool("203.0.113.10")));
        lab.from("client")
                .to("203.0.113.10", 443)
                .allowed(
                        "NAT order: inbound list before, reply's outbound list after",
                        "out-in#10@198.51.100.0 -> 203.0.113.10:443",
                        "reply: out-out#10@203.0.113.10");
        lab.from("client").to("web", 443).denied("the real address is not in the inbound list");
        lab.from("web")
                .to("client", 443)
                .denied(
                        "outbound passes, its reply is not admitted inbound",
                        "out-out#10@203.0.113.10",
                        "reply: out-in#default");
    }

    // object network NET / subnet 10.20.0.0 255.255.255.0 / nat (dmz,outside) static 203.0.113.0
    // nat (inside,outside) source static PCS PCS destination static CLIENTS CLIENTS        !
    // exemption, before the dynamic rule
    @Test
    void asaTranslations() {
        Match exempt =
                any().from(cidr("10.30.5.99"))
                        .to(cidr("198.51.100.0/25"))
                        .passing(leaves("outside"));
        Lab lab =
                network("ASA")
                        .point(
                                "acl",
                                "fw",
                                Layer.DEVICE,
                                on("fw", Slot.AFTER_SNAT),
                                list(
                                        "acl",
                                        DENY,
                                        allow("real", any().to(cidr("10.20.0.11")).on(tcp(443))),
                                        allow("untranslated", any().from(cidr("10.30.5.99")))))
                        .table(
                                Hook.PREROUTING,
                                "fw",
                                dnat(
                                        "NET",
                                        any().to(cidr("203.0.113.0/24")),
                                        new Target.SameOffset(
                                                Cidr.parse("203.0.113.0/24"),
                                                Cidr.parse("10.20.0.0/24")),
                                        0))
                        .table(
                                Hook.POSTROUTING,
                                "fw",
                                translation("exemption", exempt, Rewrite.NONE, Rewrite.NONE),
                                snat(
                                        "dynamic",
                                        any().passing(
                                                        Expr.allOf(
                                                                enters("inside"),
                                                                leaves("outside"))),
                                        own()));
        lab.from("client")
                .to("203.0.113.11", 443)
                .allowed(
                        "static of a subnet keeps the offset",
                        "real@198.51.100.0 -> 10.20.0.11:443");
        lab.from("pc")
                .to("198.51.100.7", 443)
                .allowed("exemption before the dynamic rule", "untranslated@10.30.5.99");
        lab.from("pc")
                .to("198.51.100.200", 443)
                .denied("outside the exemption it is translated", "acl#default of acl@203.0.113.2");
    }
}
