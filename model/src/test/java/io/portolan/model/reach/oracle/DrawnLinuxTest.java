package io.portolan.model.reach.oracle;

import org.junit.jupiter.api.Test;

/// nftables and iptables from a drawing to the verdict.
class DrawnLinuxTest extends Words {
    static final String TWO_CHAINS =
            """
            chains:
              - {name: a, hook: forward, priority: -10, policy: permit}
              - {name: b, hook: forward, policy: deny}
            rules:
              - {name: a-ct, list: a, action: permit, established: true}
              - {name: a1, list: a, action: permit, protocol: tcp, ports: "5432"}
              - {name: a2, list: a, action: permit, destinations: [10.20.0.10/32], protocol: tcp, ports: "80,443"}
              - {name: b-ct, list: b, action: permit, established: true}
              - {name: b1, list: b, action: permit, in: outside, destinations: [10.20.0.10/32], protocol: tcp, ports: "80"}
              - {name: b2, list: b, action: permit, in: dmz, out: inside, sources: [10.20.0.10/32], protocol: tcp, ports: "5432"}
            nat:
              - {name: web, kind: destination, destinations: [203.0.113.10/32], protocol: tcp, ports: "8080", to: 10.20.0.10/32, toPort: 80}
              - {name: hide, kind: source, out: outside}
            """;

    @Test
    void nftTwoBaseChains() {
        Lab lab = Drawn.firewall("nftables", "nftables", TWO_CHAINS);
        lab.from("client")
                .to("203.0.113.10", 8080)
                .allowed("DNAT, then both chains", "fw/a#a2@198.51.100.0 -> 10.20.0.10:80", "b1");
        lab.from("client")
                .to("web", 443)
                .denied("accept in one chain does not end the other", "fw/a#a2", "fw/b#default");
        lab.from("web").to("db", 5432).allowed("interfaces and both chains", "fw/b#b2");
        lab.from("client").to("db", 5432).denied("the policy of the second chain is final");
        lab.from("client").to("web", 80).allowed("replies", "reply: fw/b#b-ct");
    }

    @Test
    void nftWithoutStateRuleDropsReplies() {
        Drawn.firewall(
                        "nftables",
                        "nftables",
                        """
                        chains: [{name: f, hook: forward, policy: deny}]
                        rules: [{name: "1", list: f, action: permit, protocol: tcp, ports: "80"}]
                        """)
                .from("client")
                .to("web", 80)
                .denied("the reply matches nothing", "fw/f#1", "reply: fw/f#default");
    }

    @Test
    void prioritiesPlaceAPreroutingChain() {
        String chains =
                """
                chains: [{name: p, hook: prerouting, priority: %d, policy: deny}]
                rules:
                  - {name: ct, list: p, action: permit, established: true}
                  - {name: real, list: p, action: permit, destinations: [10.20.0.10/32]}
                  - {name: reply, list: p, action: permit, sources: [10.20.0.10/32]}
                nat: [{name: web, kind: destination, destinations: [203.0.113.10/32], to: 10.20.0.10/32}]
                """;
        Drawn.firewall("nftables", "nftables", chains.formatted(-50))
                .from("client")
                .to("203.0.113.10", 80)
                .allowed("after dstnat it sees the real address", "fw/p#real");
        Drawn.firewall("nftables", "nftables", chains.formatted(-150))
                .from("client")
                .to("203.0.113.10", 80)
                .denied("before dstnat it sees what was dialled", "fw/p#default");
        Drawn.firewall("nftables", "nftables", chains.formatted(-100))
                .from("client")
                .to("203.0.113.10", 80)
                .undefined("equal priorities have no order", "fw/p#p");
        Drawn.firewall(
                        "nftables",
                        "nftables",
                        chains.formatted(-300)
                                .replace("reply", "ct2")
                                .replace("sources: [10.20.0.10/32]", "established: true"))
                .from("client")
                .to("web", 80)
                .denied(
                        "before conntrack no packet is of a known connection",
                        "reply: fw/p#default");
    }

    @Test
    void iptablesChainsAreEnteredAndLeft() {
        Lab lab =
                Drawn.firewall(
                        "iptables",
                        "iptables",
                        """
                        chains: [{name: FORWARD, hook: forward, policy: deny}]
                        rules:
                          - {name: ct, list: FORWARD, action: permit, established: true}
                          - {name: jump, list: FORWARD, action: jump, jump: FROM_OUT, in: outside}
                          - {name: "3", list: FORWARD, action: permit, protocol: tcp, ports: "5432"}
                          - {name: o1, list: FROM_OUT, action: deny, sources: [198.51.100.128/25]}
                          - {name: o2, list: FROM_OUT, action: next, protocol: tcp, ports: "8443"}
                          - {name: o3, list: FROM_OUT, action: permit, translatedBy: [any]}
                          - {name: o4, list: FROM_OUT, action: log}
                          - {name: o5, list: FROM_OUT, action: reject, protocol: tcp, ports: "22"}
                        nat: [{name: web, kind: destination, destinations: [203.0.113.10/32], to: 10.20.0.10/32}]
                        """);
        lab.from("client").to("203.0.113.10", 443).allowed("--ctstate DNAT", "o3");
        lab.from("client").to("web", 443).denied("the same address without DNAT", "default of F");
        lab.from("client").to("203.0.113.10", 8443).denied("RETURN, then the policy");
        lab.from("client").as("198.51.100.200").to("203.0.113.10", 443).denied("DROP", "o1");
        lab.from("client").to("db", 5432).allowed("the end of a chain returns", "FORWARD#3");
        lab.from("client").to("db", 22).denied("LOG goes on, REJECT ends", "o5");
    }

    @Test
    void aRuleOutsideOfTheDrawnChainsIsUndecided() {
        Drawn.firewall(
                        "nftables",
                        "nftables",
                        """
                        chains: [{name: f, hook: forward, policy: permit}]
                        rules: [{name: lost, action: deny, protocol: tcp, ports: "22"}]
                        """)
                .from("client")
                .to("web", 22)
                .undefined("nobody says where it stands", "lost");
    }
}
