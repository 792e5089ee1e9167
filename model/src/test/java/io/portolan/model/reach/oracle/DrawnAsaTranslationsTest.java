package io.portolan.model.reach.oracle;

import org.junit.jupiter.api.Test;

/// What the translations of a Cisco ASA ask for, part by part.
class DrawnAsaTranslationsTest extends Words {
    private static final String ANY = "rules: [{name: any, action: permit}]\nnat:\n";

    private static Lab asa(String... nat) {
        return Drawn.firewall("ASA", "asa", ANY + "  - " + String.join("\n  - ", nat) + "\n");
    }

    @Test
    void onlyTheTranslatedPortOfARealAddressGetsNoAnswer() {
        Lab lab =
                asa(
                        "{name: web, kind: static, in: dmz, out: outside, sources: [10.20.0.10/32],"
                                + " to: 203.0.113.10/32, protocol: tcp, ports: \"8443\", toPort: 443}");
        lab.from("client").to("web", 443).denied("translated", "fw/reverse-path#web");
        lab.from("client").to("web", 25).allowed("not translated", "any");
    }

    @Test
    void onlyThosePeersOfWhomARealAddressIsTranslatedGetNoAnswer() {
        Lab lab =
                asa(
                        "{name: web, kind: static, in: dmz, out: outside, sources: [10.20.0.10/32],"
                                + " destinations: [198.51.100.0/25], to: 203.0.113.10/32}");
        lab.from("client").as("198.51.100.7").to("web", 443).denied("a peer", "reverse-path#web");
        lab.from("client").as("198.51.100.200").to("web", 443).allowed("another", "any");
    }

    @Test
    void severalAddressesThatLeadToOneHostAreNoPair() {
        Lab lab =
                asa(
                        "{name: www, kind: destination, in: outside, destinations:"
                                + " [203.0.113.10/32, 203.0.113.11/32], to: 10.20.0.10/32}",
                        "{name: hide, kind: source, in: dmz, out: outside}");
        lab.from("client").to("203.0.113.10", 443).allowed("the first", "any");
        lab.from("client").to("203.0.113.11", 443).allowed("the second", "any");
        lab.from("web").to("client", 443).allowed("one way", "hide#translates@203.0.113.2");
    }

    @Test
    void anInterfaceCalledInsideIsTrustedUnlessItsLevelIsSaid() {
        String plain = Drawn.NETWORK.replaceAll(", securityLevel: [0-9]+", "");
        Lab lab =
                Drawn.lab(
                        "ASA",
                        plain.replace("KIND", "firewall").replace("PLATFORM", "asa")
                                + "    policy: existing\n");
        lab.from("pc").to("client", 443).allowed("100 to 0", "inside to outside");
        lab.from("web").to("client", 443).denied("0 to 0", "fw/levels#default");
        lab.from("web").to("pc", 443).denied("0 to 100", "fw/levels#default");
    }

    @Test
    void aDestinationOfOtherPlatformsIsTranslatedOneWay() {
        Drawn.firewall(
                        "IOS",
                        "ios",
                        """
                        accessGroups: [{list: OUT, out: outside}]
                        rules: [{name: real, list: OUT, action: permit, sources: [10.20.0.10/32]}]
                        nat: [{name: www, kind: destination, in: outside, destinations: [203.0.113.10/32], to: 10.20.0.10/32}]
                        """)
                .from("web")
                .to("client", 443)
                .allowed("its own address leaves", "fw/outside-out#real@10.20.0.10");
    }
}
