package io.portolan.model.reach.oracle;

import org.junit.jupiter.api.Test;

/// Junos SRX, PAN-OS and FortiGate from a drawing to the verdict.
class DrawnZonesTest extends Words {
    @Test
    void srx() {
        Lab lab =
                Drawn.firewall(
                        "SRX",
                        "junos",
                        """
                        rules:
                          - {name: NO-TELNET, action: deny, protocol: tcp, ports: "23"}
                          - {name: WEB, action: permit, in: untrust, out: dmz, destinations: [10.20.0.10/32], protocol: tcp, ports: "443"}
                          - {name: OUT, action: permit, in: trust, out: untrust, sources: [10.30.5.99/32]}
                          - {name: TELNET, action: permit, in: trust, out: dmz, protocol: tcp, ports: "23"}
                        nat:
                          - {name: D, kind: destination, in: untrust, destinations: [203.0.113.10/32], to: 10.20.0.10/32}
                          - {name: S, kind: source, in: trust, out: untrust}
                          - {name: ST, kind: static, in: trust, out: untrust, sources: [10.30.5.99/32], to: 203.0.113.50/32}
                        """);
        lab.from("client")
                .to("203.0.113.10", 443)
                .allowed("translated destination", "WEB@198.51.100.0 -> 10.20.0.10:443");
        lab.from("pc")
                .to("client", 443)
                .allowed(
                        "original source, static first",
                        "OUT@10.30.5.99",
                        "ST#translates@203.0.113.50");
        lab.from("db")
                .to("client", 443)
                .denied("default deny-all", "default of default-policy deny-all");
        lab.from("web").to("db", 5432).denied("another zone pair");
        lab.from("web").to("web2", 23).allowed("one segment never meets the firewall");
        lab.from("client").to("db", 23).denied("global", "NO-TELNET");
        lab.from("pc").to("web", 23).allowed("the zone pair before the global policy", "TELNET");
    }

    @Test
    void panZone() {
        Lab lab =
                Drawn.firewall(
                        "PAN-OS",
                        "pan-os",
                        """
                        rules:
                          - {name: R1, action: permit, in: untrust, out: dmz, destinations: [203.0.113.10/32], protocol: tcp, ports: "443"}
                          - {name: R2, action: permit, in: untrust, out: dmz, destinations: [10.20.0.11/32], protocol: tcp, ports: "443"}
                          - {name: R3, action: permit, in: trust, out: untrust, protocol: tcp, ports: "443", condition: application ssl}
                          - {name: R4, action: permit, in: dmz, out: untrust, sources: [10.20.0.10/32]}
                        nat:
                          - {name: N1, kind: destination, in: untrust, out: untrust, destinations: [203.0.113.10/32], to: 10.20.0.10/32}
                          - {name: N2, kind: destination, in: untrust, out: untrust, destinations: [203.0.113.11/32], to: 10.20.0.11/32}
                          - {name: N3, kind: destination, in: untrust, out: dmz, destinations: [203.0.113.12/32], to: 10.20.0.10/32}
                          - {name: hide, kind: source, in: dmz, out: untrust}
                        """);
        lab.from("client")
                .to("203.0.113.10", 443)
                .allowed("pre-NAT address, post-NAT zone", "R1@198.51.100.0 -> 203.0.113.10:443");
        lab.from("client")
                .to("203.0.113.11", 443)
                .denied(
                        "a rule on the post-NAT address does not match",
                        "default of interzone-default");
        lab.from("client")
                .to("203.0.113.12", 443)
                .lost("the zone of a NAT rule is that of the original destination");
        lab.from("pc").to("client", 443).undefined("App-ID is undecided at L4", "R3");
        lab.from("pc").to("client", 80).denied("it does not apply to another port");
        lab.from("web").to("db", 5432).denied("interzone-default");
        lab.from("web")
                .to("client", 443)
                .allowed("source at egress", "R4@10.20.0.10", "#translates@203.0.113.2");
    }

    static final String VIP =
            """
            rules:
              - {name: "1", action: deny, in: outside, out: dmz MATCH}
              - {name: "2", action: permit, in: outside, out: dmz, translatedBy: [web], protocol: tcp, ports: "443"}
              - {name: "3", action: permit, in: inside, out: outside}
            nat:
              - {name: web, kind: destination, in: outside, destinations: [203.0.113.10/32], to: 10.20.0.10/32}
              - {name: pool, kind: source, in: inside, out: outside}
            """;

    private static Lab fortigate(String version, String match) {
        return Drawn.firewall("FortiGate", "forti-os", version + VIP.replace(" MATCH", match));
    }

    @Test
    void fortigateDenyAboveAVip() {
        Lab before = fortigate("version: 7.0.12\n", "");
        before.from("client")
                .to("203.0.113.10", 443)
                .allowed(
                        "before 7.2.3 it does not block",
                        "policy#2@198.51.100.0 -> 10.20.0.10:443");
        before.from("client").to("web", 443).denied("it holds for the real address", "policy#1");
        before.from("client")
                .to("203.0.113.10", 80)
                .denied("implicit deny", "default of implicit deny");
        before.from("pc").to("client", 443).allowed("source NAT", "pool#translates@203.0.113.2");
        fortigate("version: 7.2.3\n", "")
                .from("client")
                .to("203.0.113.10", 443)
                .denied("from 7.2.3 on it blocks", "policy#1");
        fortigate("version: 7.4\n", "").from("client").to("203.0.113.10", 443).denied("7.4 too");
        fortigate("version: 7.4.1\n", ", matchVip: disabled")
                .from("client")
                .to("203.0.113.10", 443)
                .allowed("unless match-vip is disabled");
        fortigate("version: 7.0.12\n", ", matchVip: enabled")
                .from("client")
                .to("203.0.113.10", 443)
                .denied("match-vip enable");
        fortigate("", "")
                .from("client")
                .to("203.0.113.10", 443)
                .undefined("the version decides and is not said", "policy#1");
        fortigate("version: \"7.2\"\n", "")
                .from("client")
                .to("203.0.113.10", 443)
                .undefined("of 7.2 alone one cannot tell", "policy#1");
        fortigate("", "").from("client").to("web", 443).denied("without VIP it does not matter");
    }

    @Test
    void fortigateCentralNatNamesTheMappedAddress() {
        Lab lab =
                Drawn.firewall(
                        "FortiGate",
                        "forti-os",
                        """
                        centralNat: enabled
                        rules:
                          - {name: "1", action: permit, in: outside, out: dmz, destinations: [10.20.0.10/32], protocol: tcp, ports: "443"}
                          - {name: "2", action: permit, in: outside, out: dmz, translatedBy: [web], protocol: tcp, ports: "80"}
                        nat: [{name: web, kind: destination, in: outside, destinations: [203.0.113.10/32], to: 10.20.0.10/32}]
                        """);
        lab.from("client").to("203.0.113.10", 443).allowed("mapped address", "policy#1");
        lab.from("client").to("203.0.113.10", 80).undefined("no VIP under central NAT", "policy#2");
    }
}
