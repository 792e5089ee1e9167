package io.portolan.model.reach.oracle;

import org.junit.jupiter.api.Test;

/// Access lists of routers and firewalls from a drawing to the verdict.
class DrawnAccessListsTest extends Words {
    static final String LISTS =
            """
            accessGroups: [{list: DMZ-IN, in: dmz}, {list: INSIDE-IN, in: inside}, {list: NOWHERE, in: outside}]
            rules:
              - {name: "10", list: DMZ-IN, action: permit, sources: [10.20.0.10/32], destinations: [10.30.5.10/32], protocol: tcp, ports: "5432"}
              - {name: "20", list: DMZ-IN, action: permit, sources: [10.20.0.10/32], destinations: [10.30.5.10/32], protocol: udp, ports: "53"}
              - {name: "30", list: DMZ-IN, action: permit, sources: [10.20.0.10/32], destinations: [10.30.5.10/32], protocol: tcp, ports: "80"}
              - {name: back, list: INSIDE-IN, action: permit, sources: [10.30.5.10/32], protocol: tcp, sourcePorts: "5432", established: true}
            """;

    @Test
    void statelessReturn() {
        for (String platform : new String[] {"ios", "nx-os", "eos"}) {
            Lab lab = Drawn.router(platform, platform, LISTS);
            lab.from("web")
                    .to("db", 5432)
                    .allowed("return by established", "reply: fw/inside-in#back");
            lab.from("web")
                    .to("db", 53)
                    .over(17)
                    .denied("UDP has no way back", "#20", "reply: fw/inside-in#default");
            lab.from("web")
                    .to("db", 80)
                    .denied("established, but from another port", "reply: fw/inside-in#default");
            lab.from("web").to("pc", 80).denied("implicit deny", "fw/dmz-in#default");
            lab.from("db")
                    .to("web", 40000)
                    .denied("established admits no new connection", "fw/inside-in#default");
        }
        Drawn.firewall("IOS firewall", "ios", LISTS)
                .from("web")
                .to("db", 5432)
                .allowed("the same there");
    }

    @Test
    void undefinedIosAclPermitsEverything() {
        Lab lab = Drawn.router("IOS", "ios", LISTS);
        lab.from("client")
                .to("web", 3389)
                .denied("the reply meets a list", "undefined access list NOWHERE");
        Drawn.router("IOS", "ios", "accessGroups: [{list: NOWHERE, in: outside}]")
                .from("client")
                .to("db", 3389)
                .allowed("undefined ACL = permit all", "undefined access list NOWHERE");
        Drawn.router("Junos router", "junos", "accessGroups: [{list: NOWHERE, in: outside}]")
                .from("client")
                .to("db", 3389)
                .undefined("Junos refuses an undefined filter", "NOWHERE");
    }

    @Test
    void rulesStandByTheirNumbers() {
        Drawn.router(
                        "IOS",
                        "ios",
                        """
                        rules:
                          - {name: last, order: 30, action: deny, in: outside}
                          - {name: first, order: 10, action: permit, in: outside, protocol: tcp, ports: "443"}
                        """)
                .from("client")
                .to("web", 443)
                .allowed("10 before 30", "first");
    }

    @Test
    void icmpByType() {
        Lab lab =
                Drawn.router(
                        "IOS",
                        "ios",
                        """
                        rules:
                          - {name: echo, action: permit, in: outside, protocol: icmp, icmpType: 8}
                          - {name: any, action: permit, in: outside, icmpType: 3}
                        """);
        lab.from("client").to("web", 8 * 256).over(1).allowed("echo", "fw/outside-in#echo");
        lab.from("client").to("web", 13 * 256).over(1).undefined("of which ICMP is not said");
        lab.from("client").to("web", 80).denied("it is about ICMP at least");
    }

    @Test
    void noAclPermits() {
        Drawn.router("IOS", "ios", "").from("client").to("db", 3389).allowed("no list anywhere");
    }

    @Test
    void iosListsSeeTheWire() {
        Lab lab =
                Drawn.router(
                        "IOS",
                        "ios",
                        """
                        accessGroups: [{list: OUT-IN, in: outside}, {list: OUT-OUT, out: outside}]
                        rules:
                          - {name: i10, list: OUT-IN, action: permit, destinations: [203.0.113.10/32], protocol: tcp, ports: "443"}
                          - {name: o10, list: OUT-OUT, action: permit, sources: [203.0.113.10/32]}
                        nat: [{name: web, kind: static, in: dmz, out: outside, sources: [10.20.0.10/32], to: 203.0.113.10/32}]
                        """);
        lab.from("client")
                .to("203.0.113.10", 443)
                .allowed(
                        "inbound before, the reply's outbound list after translation",
                        "i10@198.51.100.0 -> 203.0.113.10:443",
                        "reply: fw/outside-out#o10@203.0.113.10");
        lab.from("client").to("web", 443).denied("the real address is not in the inbound list");
        lab.from("web")
                .to("client", 443)
                .denied("its reply is not admitted", "o10@203.0.113.10", "reply: fw/outside-in#");
    }

    @Test
    void aRouterWithRulesOfAnUnknownPlatformIsUndecided() {
        Drawn.router("other", "other", "rules: [{name: x, action: permit}]")
                .from("client")
                .to("web", 80)
                .undefined("not modelled", "not modelled");
    }

    @Test
    void twoListsOnOneSideOfAnInterfaceAreUndecided() {
        Drawn.router(
                        "IOS",
                        "ios",
                        """
                        accessGroups: [{list: A, in: dmz}, {list: B, in: dmz}]
                        rules: [{name: a, list: A, action: permit}, {name: b, list: B, action: deny}]
                        """)
                .from("web")
                .to("db", 443)
                .undefined("one is bound, which is not said", "several lists are bound: [A, B]");
    }

    @Test
    void aRuleWithoutAListStandsWhereItsInterfacesSay() {
        Lab lab =
                Drawn.router(
                        "IOS",
                        "ios",
                        """
                        rules:
                          - {name: leaves, action: permit, out: trust, protocol: tcp, ports: "5432"}
                          - {name: both, action: permit, in: dmz, out: outside, protocol: tcp, ports: "443"}
                          - {name: answers, action: permit, in: inside, established: true}
                        """);
        lab.from("web")
                .to("db", 5432)
                .denied("not in the list of what enters", "fw/dmz-in#default");
        lab.from("client").to("db", 5432).allowed("by its zone, going out", "fw/inside-out#leaves");
        lab.from("client").to("db", 443).denied("nothing else goes out", "fw/inside-out#default");
        lab.from("web").to("client", 443).undefined("where it leaves", "fw/dmz-in#both");
        Drawn.router(
                        "IOS",
                        "ios",
                        "rules: [{name: both, action: permit, in: dmz, out: outside, protocol: tcp}]")
                .from("pc")
                .to("client", 53)
                .over(17)
                .allowed("no list for what leaves");
    }

    @Test
    void derivedListsAreClosedWhereNoFlowEntersAndOpenWhereItLeaves() {
        Lab lab =
                Drawn.lab(
                        "IOS",
                        Drawn.NETWORK.replace("KIND", "firewall").replace("PLATFORM", "ios")
                                + "    policy: derived\nflows:\n  f: {from: web, to: db, intent: allow,"
                                + " protocol: tcp, ports: \"5432\", encryption: not-required}\n");
        lab.from("web").to("db", 5432).allowed("the flow and its answers", "fw/dmz-in#f");
        lab.from("client").to("web", 80).denied("nobody enters there", "nothing is needed here");
        lab.from("db").to("web", 80).denied("answers alone", "fw/inside-in#default");
    }

    @Test
    void establishedIsAFlagOfTcp() {
        Drawn.router("IOS", "ios", LISTS.replace("protocol: tcp, sourcePorts: \"5432\", ", ""))
                .from("web")
                .to("db", 53)
                .over(17)
                .denied("an answer by UDP has none", "reply: fw/inside-in#default");
    }
}
