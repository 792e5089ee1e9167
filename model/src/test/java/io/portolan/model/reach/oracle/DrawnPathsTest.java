package io.portolan.model.reach.oracle;

import org.junit.jupiter.api.Test;

/// Routes from a drawing to the verdict.
class DrawnPathsTest extends Words {
    private static final String ROUTERS =
            """
            elements:
              left: {kind: subnet, label: left, range: 10.1.0.0/24, gateway: 10.1.0.1}
              core: {kind: subnet, label: core, range: 10.8.0.0/24}
              right: {kind: subnet, label: right, range: 10.2.0.0/24, gateway: GATEWAY}
              a: {kind: virtualMachine, label: a, parent: left, addresses: [10.1.0.10]}
              b: {kind: virtualMachine, label: b, parent: right, addresses: [10.2.0.10]}
              r1:
                kind: router
                label: r1
                platform: ios
                interfaces: [{name: l, address: 10.1.0.1/24}, {name: c, address: 10.8.0.1/24}]
                routes: [ROUTES]
              r2:
                kind: router
                label: r2
                platform: ios
                interfaces: [{name: c, address: 10.8.0.2/24}, {name: r, address: 10.2.0.1/24}]
                routes: [{prefix: 10.1.0.0/24, via: 10.8.0.1}, {prefix: 10.4.0.0/16, via: 10.8.0.1}]
                rules: [SECOND]
              r3:
                kind: router
                label: r3
                platform: ios
                interfaces: [{name: c, address: 10.8.0.3/24}, {name: r, address: 10.2.0.2/24}]
                routes: [{prefix: 10.1.0.0/24, via: 10.8.0.1}]
                rules: [THIRD]
            """;

    private static final String DIRECT = "{prefix: 10.2.0.0/24, via: 10.8.0.2}";

    private static Lab lab(String routes, String second, String third) {
        return Drawn.lab(
                "routing",
                ROUTERS.replace("ROUTES", routes)
                        .replace("SECOND", second)
                        .replace("THIRD", third)
                        .replace("GATEWAY", "10.2.0.1"));
    }

    @Test
    void theLongestPrefixDecides() {
        String routes =
                DIRECT
                        + ", {prefix: 10.2.0.128/25, discard: true},"
                        + " {prefix: 10.4.0.0/16, via: 10.8.0.2}";
        Lab lab = lab(routes, "", "");
        lab.from("a").to("b", 80).allowed("routed");
        lab.from("a").to("10.2.0.200", 80).lost("null route", "null route");
        lab.from("a").to("10.4.0.1", 80).lost("each sends it to the other", "loop");
        lab.from("a").to("192.0.2.1", 80).lost("no route", "no route");
        lab.from("a").to("10.2.0.9", 80).lost("nobody has that address", "no such host");
    }

    @Test
    void equalCostPathsMustAgree() {
        String both = DIRECT + ", {prefix: 10.2.0.0/24, via: 10.8.0.3}";
        String noSsh =
                "{name: no-ssh, action: deny, in: c, protocol: tcp, ports: \"22\"}, {name: any,"
                        + " action: permit}";
        Lab lab = lab(both, "", noSsh);
        lab.from("a").to("b", 80).allowed("both ways");
        lab.from("a").to("b", 22).undefined("one way is closed", "no-ssh");
    }

    @Test
    void aStatefulDeviceOnTheWayBackAloneIsUndefined() {
        String asymmetric =
                ROUTERS.replace("ROUTES", DIRECT)
                        .replace("SECOND", "")
                        .replace("GATEWAY", "10.2.0.2")
                        .replace(
                                "    rules: [THIRD]",
                                "    policy: existing\n    rules: [{name: any, action: permit}]")
                        .replace(
                                "kind: router\n    label: r3\n    platform: ios",
                                "kind: firewall\n    label: r3\n    platform: asa");
        Drawn.lab("routing", asymmetric)
                .from("a")
                .to("b", 80)
                .undefined("it may know no session", "reply: r3#asymmetric");
    }

    @Test
    void eachVrfHasItsOwnRoutes() {
        Lab lab =
                Drawn.lab(
                        "routing",
                        """
                        elements:
                          red: {kind: subnet, label: red, range: 10.1.0.0/24}
                          blue: {kind: subnet, label: blue, range: 10.3.0.0/24}
                          out: {kind: subnet, label: out, range: 10.5.0.0/24}
                          r: {kind: virtualMachine, label: r, parent: red, addresses: [10.1.0.10]}
                          b: {kind: virtualMachine, label: b, parent: blue, addresses: [10.3.0.10]}
                          srv: {kind: virtualMachine, label: srv, parent: out, addresses: [10.5.0.10]}
                          box:
                            kind: router
                            label: box
                            platform: nx-os
                            interfaces:
                              - {name: red, address: 10.1.0.1/24, vrf: red}
                              - {name: blue, address: 10.3.0.1/24, vrf: blue}
                              - {name: out, address: 10.5.0.1/24, vrf: red}
                            routes: [{prefix: 0.0.0.0/0, discard: true, vrf: red}]
                        """);
        lab.from("r").to("srv", 80).allowed("in one VRF");
        lab.from("b").to("srv", 80).lost("the other VRF has no such route", "no route");
        lab.from("r").to("192.0.2.1", 80).lost("null route of the VRF", "null route");
    }
}
