package io.portolan.model.reach.oracle;

import io.portolan.model.net.Cidr;
import io.portolan.model.policy.Action;
import io.portolan.model.policy.Block;
import io.portolan.model.policy.ConnectionState;
import io.portolan.model.policy.Expr;
import io.portolan.model.policy.Hook;
import io.portolan.model.policy.Layer;
import io.portolan.model.policy.Match;
import io.portolan.model.policy.Passage;
import io.portolan.model.policy.Policy;
import io.portolan.model.policy.Position;
import io.portolan.model.policy.Refusal;
import io.portolan.model.policy.Rewrite;
import io.portolan.model.policy.Rule;
import io.portolan.model.policy.Slot;
import io.portolan.model.policy.Target;
import io.portolan.model.policy.View;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Optional;

/// Linux, Cisco, Juniper, Palo Alto and Fortinet: one pipeline, each vendor a mapping into its
/// slots.
final class DeviceExamplesTest extends Words {
    /// outside (client 198.51.100.0/24) - fw - dmz (web 10.20.0.10, web2 10.20.0.11) and inside (db
    /// 10.30.5.10, pc 10.30.5.99).
    private static Lab network(String system) {
        return new Lab(system)
                .external("client", "198.51.100.0/24", "outside")
                .machine("web", "10.20.0.10", "dmz")
                .machine("web2", "10.20.0.11", "dmz")
                .machine("db", "10.30.5.10", "inside")
                .machine("pc", "10.30.5.99", "inside")
                .router(
                        "fw",
                        "if outside untrust outside 203.0.113.2",
                        "if dmz dmz dmz 10.20.0.1",
                        "if inside trust inside 10.30.0.1",
                        "to 198.51.100.0/24 outside",
                        "to 10.20.0.0/16 dmz",
                        "to 10.30.0.0/16 inside")
                .gateway("outside", "fw")
                .gateway("dmz", "fw")
                .gateway("inside", "fw");
    }

    private static final Rule SESSIONS =
            allow(
                    "ct established",
                    any().passing(state(ConnectionState.ESTABLISHED, ConnectionState.RELATED)));

    // table inet a { chain forward { type filter hook forward priority -10; policy accept;
    //     ct state established,related accept
    //     tcp dport 5432 accept  comment "flow:F3"
    //     ip daddr 10.20.0.10 tcp dport { 80, 443 } accept }}
    // table inet b { chain forward { type filter hook forward priority filter; policy drop;
    //     ct state established,related accept
    //     iifname "outside" ip daddr 10.20.0.10 tcp dport 80 accept
    //     iifname "dmz" oifname "inside" ip saddr 10.20.0.10 tcp dport 5432 accept }}
    // table ip nat { chain prerouting { type nat hook prerouting priority dstnat; ip daddr
    // 203.0.113.10 tcp dport 8080 dnat to 10.20.0.10:80 }
    //                chain postrouting { type nat hook postrouting priority srcnat; oifname
    // "outside" masquerade }}
    @Test
    void nftables() {
        Lab lab =
                network("nftables")
                        .stateless(
                                "a/forward",
                                "fw",
                                Layer.DEVICE,
                                on("fw", Slot.BEFORE_SNAT),
                                list(
                                        "a/forward policy accept",
                                        ALLOW,
                                        SESSIONS,
                                        allow("a1", any().on(tcp(5432))),
                                        allow("a2", any().to(cidr("10.20.0.10")).on(tcp(80, 443)))))
                        .stateless(
                                "b/forward",
                                "fw",
                                Layer.DEVICE,
                                on("fw", Slot.BEFORE_SNAT),
                                list(
                                        "b/forward policy drop",
                                        DENY,
                                        SESSIONS,
                                        allow(
                                                "b1",
                                                any().to(cidr("10.20.0.10"))
                                                        .on(tcp(80))
                                                        .passing(enters("outside"))),
                                        allow(
                                                "b2",
                                                any().from(cidr("10.20.0.10"))
                                                        .on(tcp(5432))
                                                        .passing(
                                                                Expr.allOf(
                                                                        enters("dmz"),
                                                                        leaves("inside"))))))
                        .table(
                                Hook.PREROUTING,
                                "fw",
                                dnat(
                                        "dnat",
                                        any().to(cidr("203.0.113.10")).on(tcp(8080)),
                                        pool("10.20.0.10"),
                                        80))
                        .table(
                                Hook.POSTROUTING,
                                "fw",
                                snat("masquerade", any().passing(leaves("outside")), own()));
        lab.from("client")
                .to("203.0.113.10", 8080)
                .allowed(
                        "DNAT then filter: the chain sees the real address",
                        "a2@198.51.100.0 -> 10.20.0.10:80",
                        "b1");
        lab.from("client")
                .to("web", 443)
                .denied(
                        "nft two base chains: accept in one does not end the other",
                        "a/forward#a2",
                        "b/forward#default");
        lab.from("web").to("db", 5432).allowed("interfaces and both chains");
        lab.from("client").to("db", 5432).denied("drop is final");
        lab.from("web2").to("db", 5432).denied("another source");
        lab.from("web").to("client", 443).denied("outbound is not open");
        lab.from("client")
                .to("web", 80)
                .allowed("replies pass by ct state", "reply: b/forward#ct established");
    }

    // chain forward { policy drop; tcp dport 80 accept }          # no ct rule: replies die
    @Test
    void nftablesStateless() {
        Lab lab =
                network("nftables")
                        .stateless(
                                "f/forward",
                                "fw",
                                Layer.DEVICE,
                                on("fw", Slot.BEFORE_SNAT),
                                list("forward", DENY, allow("1", any().on(tcp(80)))));
        lab.from("client")
                .to("web", 80)
                .denied(
                        "without a ct state rule the reply is dropped",
                        "f/forward#1",
                        "reply: f/forward#default");
    }

    // *nat     -A PREROUTING -d 203.0.113.10/32 -p tcp --dport 443 -j DNAT --to-destination
    // 10.20.0.10:443
    // *filter  :FORWARD DROP   -A FORWARD -m conntrack --ctstate ESTABLISHED,RELATED -j ACCEPT
    //   -A FORWARD -i outside -j FROM_OUT        -A FORWARD -p tcp --dport 5432 -j ACCEPT
    //   -A FROM_OUT -s 198.51.100.128/25 -j DROP
    //   -A FROM_OUT -p tcp --dport 8443 -j RETURN
    //   -A FROM_OUT -m conntrack --ctstate DNAT -j ACCEPT
    //   -A FROM_OUT -j LOG ... ; -A FROM_OUT -p tcp --dport 22 -j REJECT
    @Test
    void iptables() {
        Block fromOut =
                list(
                        "FROM_OUT",
                        PASS,
                        deny("FROM_OUT 1", any().from(cidr("198.51.100.128/25"))),
                        rule("FROM_OUT 2 RETURN", any().on(tcp(8443)), PASS),
                        allow("FROM_OUT 3", any().passing(translated())),
                        rule("FROM_OUT 4 LOG", any(), LOG),
                        rule("FROM_OUT 5", any().on(tcp(22)), new Action.Deny(Refusal.REJECT)));
        Lab lab =
                network("iptables")
                        .stateless(
                                "FORWARD",
                                "fw",
                                Layer.DEVICE,
                                on("fw", Slot.BEFORE_SNAT),
                                list(
                                        "FORWARD policy DROP",
                                        DENY,
                                        SESSIONS,
                                        rule(
                                                "-j FROM_OUT",
                                                any().passing(enters("outside")),
                                                enter(fromOut)),
                                        allow("3", any().on(tcp(5432)))))
                        .table(
                                Hook.SERVICE,
                                "cluster",
                                dnat("svc", any().to(cidr("10.96.0.9")), pool("10.30.5.10"), 0))
                        .table(
                                Hook.PREROUTING,
                                "fw",
                                dnat(
                                        "dnat",
                                        any().to(cidr("203.0.113.10")).on(tcp(443, 8443)),
                                        pool("10.20.0.10"),
                                        0));
        lab.from("client").to("203.0.113.10", 443).allowed("--ctstate DNAT", "FROM_OUT 3");
        lab.from("client")
                .to("web", 443)
                .denied("the same address without DNAT", "default of FORWARD");
        lab.from("client")
                .to("203.0.113.10", 8443)
                .denied("RETURN goes back to the caller, then chain policy");
        lab.from("client")
                .as("198.51.100.200")
                .to("203.0.113.10", 443)
                .denied("DROP in the chain", "FROM_OUT 1");
        lab.from("client")
                .to("db", 5432)
                .allowed("end of chain returns to the caller", "FORWARD#3");
        lab.from("client").to("db", 22).denied("Log rule goes on, REJECT ends", "FROM_OUT 5");
        lab.from("client")
                .to("10.96.0.9", 80)
                .denied(
                        "a DNAT elsewhere is not --ctstate DNAT here",
                        "svc#translates",
                        "default of FORWARD");
    }

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
