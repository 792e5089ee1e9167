package io.portolan.model.reach.oracle;

import io.portolan.model.compile.CompiledDesign;
import io.portolan.model.compile.PlanCompiler;
import io.portolan.model.format.DesignReader;
import io.portolan.model.format.ReadDesign;

/// A design as people write it, as a lab: what is asked of it, engine and oracle must answer alike.
final class Drawn {
    private Drawn() {}

    /// outside (client 198.51.100.0/24) - fw - dmz (web 10.20.0.10, web2 10.20.0.11) and inside (db
    /// 10.30.5.10, pc 10.30.5.99).
    static final String NETWORK =
            """
            elements:
              outside: {kind: subnet, label: outside, range: 203.0.113.0/24}
              net: {kind: subnet, label: net, range: 198.51.100.0/24}
              dmz: {kind: subnet, label: dmz, range: 10.20.0.0/24}
              inside: {kind: subnet, label: inside, range: 10.30.5.0/24}
              client: {kind: client, label: client, parent: net, ranges: [198.51.100.0/24]}
              web: {kind: virtualMachine, label: web, parent: dmz, addresses: [10.20.0.10]}
              web2: {kind: virtualMachine, label: web2, parent: dmz, addresses: [10.20.0.11]}
              db: {kind: database, label: db, parent: inside, addresses: [10.30.5.10]}
              pc: {kind: virtualMachine, label: pc, parent: inside, addresses: [10.30.5.99]}
              isp:
                kind: router
                label: isp
                platform: other
                interfaces:
                  - {name: net, address: 198.51.100.1/24}
                  - {name: down, address: 203.0.113.1/24}
                routes: [{prefix: 0.0.0.0/0, via: 203.0.113.2, exit: down}]
              fw:
                kind: KIND
                label: fw
                platform: PLATFORM
                interfaces:
                  - {name: outside, zone: untrust, address: 203.0.113.2/24, securityLevel: 0}
                  - {name: dmz, zone: dmz, address: 10.20.0.1/24, securityLevel: 50}
                  - {name: inside, zone: trust, address: 10.30.5.1/24, securityLevel: 100}
                routes: [{prefix: 0.0.0.0/0, via: 203.0.113.1, exit: outside}]
            """;

    /// `rest` are the other keys of the device, not indented.
    static Lab firewall(String system, String platform, String rest) {
        return lab(
                system,
                NETWORK.replace("KIND", "firewall").replace("PLATFORM", platform)
                        + ("policy: existing\n" + rest).indent(4));
    }

    static Lab router(String system, String platform, String rest) {
        return lab(
                system,
                NETWORK.replace("KIND", "router")
                                .replace("PLATFORM", platform)
                                .replaceAll(", securityLevel: [0-9]+", "")
                        + rest.indent(4));
    }

    /// The elements and links of a design, indented as in a file.
    static Lab lab(String system, String body) {
        ReadDesign read = DesignReader.read("portolan: 1\nname: test\n" + body);
        if (!read.problems().isEmpty()) {
            throw new AssertionError(read.problems());
        }
        CompiledDesign compiled = PlanCompiler.compile(read.design().orElseThrow());
        Lab lab = new Lab(system);
        lab.endpoints.addAll(compiled.estate().members());
        lab.gateways.putAll(compiled.estate().gateways());
        lab.points.addAll(compiled.plan().points());
        lab.nat.addAll(compiled.plan().natTables());
        lab.routers.addAll(compiled.plan().routers());
        return lab;
    }
}
