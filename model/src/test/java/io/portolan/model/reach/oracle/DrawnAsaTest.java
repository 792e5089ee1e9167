package io.portolan.model.reach.oracle;

import org.junit.jupiter.api.Test;

/// Cisco ASA from a drawing to the verdict.
class DrawnAsaTest extends Words {
    @Test
    void asaListsNameRealAddresses() {
        Lab lab =
                Drawn.firewall(
                        "ASA",
                        "asa",
                        """
                        accessGroups: [{list: OUTSIDE-IN, in: outside}, {list: GLOBAL}, {list: TO-DMZ, out: dmz}]
                        rules:
                          - {name: o1, list: OUTSIDE-IN, action: permit, destinations: [10.20.0.10/32], protocol: tcp, ports: "443"}
                          - {name: o2, list: OUTSIDE-IN, action: permit, destinations: [203.0.113.11/32], protocol: tcp, ports: "443"}
                          - {name: o3, list: OUTSIDE-IN, action: permit, destinations: [10.20.0.10/32], protocol: tcp, ports: "25"}
                          - {name: g1, list: GLOBAL, action: deny, protocol: tcp, ports: "23"}
                          - {name: g2, list: GLOBAL, action: permit, protocol: tcp, ports: "5432"}
                          - {name: d1, list: TO-DMZ, action: deny, protocol: tcp, ports: "25"}
                          - {name: d2, list: TO-DMZ, action: permit}
                        nat:
                          - {name: all, kind: source, section: after-auto, in: inside, out: outside, sources: [10.30.5.99/32]}
                          - {name: WEB, kind: static, section: object, in: dmz, out: outside, sources: [10.20.0.10/32], to: 203.0.113.10/32}
                          - {name: WEB2, kind: static, section: object, in: dmz, out: outside, sources: [10.20.0.11/32], to: 203.0.113.11/32}
                        """);
        lab.from("client")
                .to("203.0.113.10", 443)
                .allowed("real address", "o1@198.51.100.0 -> 10.20.0.10:443", "fw/dmz-out#d2");
        lab.from("client")
                .to("203.0.113.11", 443)
                .denied("a rule on the mapped address never matches", "default of outside-in");
        lab.from("client").to("web", 25).denied("outbound access-group", "o3", "fw/dmz-out#d1");
        lab.from("client").to("db", 5432).allowed("global after interface list", "g2");
        lab.from("web").to("db", 5432).allowed("global alone", "fw/dmz-in#g2");
        lab.from("pc").to("client", 443).denied("a global list turns off the level's permit");
        lab.from("web")
                .to("client", 5432)
                .allowed("source after the list", "g2@10.20.0.10", "WEB#translates@203.0.113.10");
        lab.from("pc").to("client", 5432).allowed("dynamic", "all#translates@203.0.113.2");
    }

    @Test
    void asaSecurityLevels() {
        Lab lab = Drawn.firewall("ASA", "asa", "");
        lab.from("pc").to("client", 443).allowed("higher to lower", "inside to outside");
        lab.from("client").to("web", 443).denied("lower to higher", "fw/levels#default");
        lab.from("web").to("client", 443).allowed("dmz to outside");
    }

    @Test
    void asaEqualLevelsAndHairpin() {
        String behind =
                """
                  behind: {kind: subnet, label: behind, range: 10.31.0.0/24}
                  far: {kind: virtualMachine, label: far, parent: behind, addresses: [10.31.0.1]}
                  r2:
                    kind: router
                    label: r2
                    platform: other
                    interfaces: [{name: in, address: 10.30.5.2/24}, {name: b, address: 10.31.0.254/24}]
                    routes: [{prefix: 0.0.0.0/0, via: 10.30.5.1, exit: in}]
                """;
        String drawn =
                Drawn.NETWORK
                                .replace("elements:\n", "elements:\n" + behind)
                                .replace(
                                        "range: 10.30.5.0/24",
                                        "range: 10.30.5.0/24, gateway: 10.30.5.1")
                                .replace(
                                        "    routes: [{prefix: 0.0.0.0/0, via: 203.0.113.1,",
                                        "    routes: [{prefix: 10.31.0.0/24, via: 10.30.5.2},"
                                                + " {prefix: 0.0.0.0/0, via: 203.0.113.1,")
                                .replace("KIND", "firewall")
                                .replace("PLATFORM", "asa")
                                .replace("securityLevel: 50", "securityLevel: 100")
                        + "    policy: existing\n";
        Lab closed = Drawn.lab("ASA", drawn);
        closed.from("web").to("db", 443).denied("equal levels", "fw/levels#default");
        closed.from("pc").to("far", 443).denied("in and out of one interface", "fw/levels#default");
        Lab open =
                Drawn.lab(
                        "ASA",
                        drawn
                                + "    sameSecurityInterInterface: true\n"
                                + "    sameSecurityIntraInterface: true\n");
        open.from("web").to("db", 443).allowed("permit inter-interface", "dmz to inside");
        open.from("pc").to("far", 443).allowed("permit intra-interface", "inside to inside");
        Lab needed =
                Drawn.lab(
                        "ASA",
                        drawn.replace("policy: existing", "policy: derived")
                                + "flows:\n  f: {from: pc, to: far, intent: allow, protocol: tcp,"
                                + " ports: \"443\", encryption: not-required}\n");
        needed.from("pc").to("far", 443).allowed("a flow opens its hairpin", "inside to inside");
        Lab list = Drawn.lab("ASA", drawn + "    rules: [{name: any, action: permit}]\n");
        list.from("web").to("db", 443).denied("a list does not open equal levels", "fw/dmz-in#any");
    }

    @Test
    void asaAsksItsTranslationsBySection() {
        Lab lab =
                Drawn.firewall(
                        "ASA",
                        "asa",
                        """
                        rules: [{name: any, action: permit}]
                        nat:
                          - {name: dynamic, kind: source, section: object, in: inside, out: outside, sources: [10.30.5.0/24], to: 203.0.113.99/32}
                          - {name: b-host, kind: static, section: object, in: inside, out: outside, sources: [10.30.5.99/32], to: 203.0.113.98/32}
                          - {name: exempt, kind: none, sources: [10.30.5.99/32], destinations: [198.51.100.0/25], out: outside}
                        """);
        lab.from("pc").to("198.51.100.7", 443).allowed("manual exemption first", "any@10.30.5.99");
        lab.from("pc")
                .to("198.51.100.200", 443)
                .allowed("static before dynamic", "b-host#translates@203.0.113.98");
        lab.from("db")
                .to("198.51.100.200", 443)
                .allowed("then dynamic", "dynamic#translates@203.0.113.99");
    }

    @Test
    void aStaticPortIsTranslatedForThatPortOnly() {
        Lab lab =
                Drawn.firewall(
                        "ASA",
                        "asa",
                        """
                        rules: [{name: any, action: permit}]
                        nat:
                          - {name: web, kind: static, section: object, in: dmz, out: outside, sources: [10.20.0.10/32], to: 203.0.113.2/32, protocol: tcp, ports: "8443", toPort: 443}
                          - {name: hide, kind: source, section: after-auto, in: dmz, out: outside, to: 203.0.113.99/32}
                        """);
        lab.from("client")
                .to("203.0.113.2", 8443)
                .allowed("port forward", "any@198.51.100.0 -> 10.20.0.10:443");
        lab.from("client").to("203.0.113.2", 443).denied("another port leads nowhere");
        lab.from("web")
                .to("client", 443)
                .allowed("what it opens itself is hidden", "hide#translates@203.0.113.99");
    }

    @Test
    void aStaticRuleForSomePeersTranslatesForThemOnly() {
        String nat =
                """
                rules: [{name: any, action: permit}]
                nat:
                  - {name: web, kind: static, in: dmz, out: outside, sources: [10.20.0.10/32], destinations: [PEERS], to: 203.0.113.10/32}
                """;
        Drawn.firewall("ASA", "asa", nat.replace("PEERS", "198.51.100.0/24"))
                .from("client")
                .to("203.0.113.10", 443)
                .allowed("of the peers", "any@198.51.100.0 -> 10.20.0.10:443");
        Drawn.firewall("ASA", "asa", nat.replace("PEERS", "192.0.2.0/24"))
                .from("client")
                .to("203.0.113.10", 443)
                .denied("of others the mapped address leads nowhere");
    }

    @Test
    void aHidingRuleBeforeAPublishedAddressTakesTheAnswer() {
        String publish =
                "  - {name: www, kind: destination, in: outside, destinations: [203.0.113.10/32], to:"
                        + " 10.20.0.10/32}\n";
        String hide = "  - {name: hide, kind: source, in: dmz, out: outside}\n";
        String rules = "rules: [{name: any, action: permit}]\nnat:\n";
        Drawn.firewall("ASA", "asa", rules + publish + hide)
                .from("client")
                .to("203.0.113.10", 443)
                .allowed("the rule of the request comes first", "any");
        Drawn.firewall("ASA", "asa", rules + hide + publish)
                .from("client")
                .to("203.0.113.10", 443)
                .denied("another rule takes the answer", "fw/reverse-path#hide");
    }

    @Test
    void aPublishedAddressIsTranslatedBothWays() {
        String nat =
                """
                rules: [{name: any, action: permit}]
                nat:
                  - {name: www, kind: destination, in: outside, destinations: [203.0.113.10/32], to: 10.20.0.10/32PORT}
                  - {name: hide, kind: source, in: dmz, out: outside}
                """;
        Lab lab = Drawn.firewall("ASA", "asa", nat.replace("PORT", ""));
        lab.from("client").to("203.0.113.10", 443).allowed("published", "any");
        lab.from("client").to("web", 443).denied("its real address", "fw/reverse-path#www");
        lab.from("web").to("client", 443).allowed("static", "www#translates@203.0.113.10");
        lab.from("web2").to("client", 443).allowed("dynamic", "hide#translates@203.0.113.2");
        lab.from("web").to("db", 443).allowed("not through that interface", "any@10.20.0.10");
        String port = nat.replace("PORT", ", protocol: tcp, ports: \"8443\", toPort: 443");
        Drawn.firewall("ASA", "asa", port)
                .from("web")
                .to("client", 443)
                .allowed("a port forward hides nothing", "hide#translates@203.0.113.2");
    }

    @Test
    void theRealAddressOfATranslatedHostGetsNoAnswer() {
        String nat =
                """
                rules: [{name: any, action: permit}]
                nat:
                  - {name: web, kind: static, section: object, in: dmz, out: outside, sources: [10.20.0.10/32], to: 203.0.113.10/32}
                  - {name: hide, kind: source, section: after-auto, in: inside, out: outside}
                """;
        Lab lab = Drawn.firewall("ASA", "asa", nat);
        lab.from("client").to("203.0.113.10", 443).allowed("mapped address", "any");
        lab.from("client").to("web", 443).denied("real address", "fw/reverse-path#web");
        lab.from("client").to("web2", 443).allowed("not translated", "any");
        lab.from("client").to("db", 443).denied("hidden", "fw/reverse-path#hide");
        lab.from("web").to("db", 443).allowed("not towards the dmz", "any");
        String exempt =
                "  - {name: vpn, kind: none, in: inside, out: outside, sources: [10.30.5.10/32],"
                        + " destinations: [198.51.100.0/24]}\n";
        Lab open = Drawn.firewall("ASA", "asa", nat + exempt);
        open.from("client").to("db", 443).allowed("exempt", "any");
        open.from("client").to("pc", 443).denied("another host", "fw/reverse-path#hide");
    }

    @Test
    void asaWithAnUndefinedListIsUndecided() {
        Drawn.firewall("ASA", "asa", "accessGroups: [{list: NOWHERE, in: outside}]")
                .from("client")
                .to("web", 443)
                .undefined("such a configuration is refused", "NOWHERE");
    }
}
