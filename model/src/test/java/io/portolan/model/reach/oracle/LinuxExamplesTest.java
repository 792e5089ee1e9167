package io.portolan.model.reach.oracle;

import io.portolan.model.policy.Action;
import io.portolan.model.policy.Block;
import io.portolan.model.policy.Expr;
import io.portolan.model.policy.Hook;
import io.portolan.model.policy.Layer;
import io.portolan.model.policy.Refusal;
import io.portolan.model.policy.Slot;

import org.junit.jupiter.api.Test;

/// Netfilter: chains of nftables and iptables.
final class LinuxExamplesTest extends DeviceWords {
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
}
