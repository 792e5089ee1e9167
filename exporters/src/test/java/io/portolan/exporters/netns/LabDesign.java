package io.portolan.exporters.netns;

import io.portolan.model.compile.CompiledDesign;
import io.portolan.model.compile.PlanCompiler;
import io.portolan.model.format.DesignReader;
import io.portolan.model.format.ReadDesign;
import io.portolan.model.net.Address;

import org.jspecify.annotations.Nullable;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// The small design of the packet tests, in IPv4 or IPv6: clients, servers and an outside around
/// one firewall with rules, flows, and translations of both ends.
record LabDesign(CompiledDesign compiled, String family) {
    private static final Pattern ADDRESS =
            Pattern.compile("(\\d+)\\.(\\d+)\\.(\\d+)\\.(\\d+)(?:/(\\d+))?");

    /// What every host listens on.
    static final Map<String, List<Integer>> PORTS =
            Map.of(
                    "tcp",
                    List.of(22, 23, 443, 1000, 1001, 1015, 1031, 5432, 7000, 8000, 8443, 15443),
                    "udp",
                    List.of(53, 123, 7000));

    private static final String TEXT =
            """
            portolan: 1
            name: lab
            elements:
              clients: {kind: subnet, label: clients, range: 10.201.1.0/24}
              servers: {kind: subnet, label: servers, range: 10.201.2.0/24}
              outside: {kind: subnet, label: outside, range: 198.51.100.0/24}
              pc: {kind: virtualMachine, label: pc, parent: clients, addresses: [10.201.1.10]}
              kiosk: {kind: virtualMachine, label: kiosk, parent: clients, addresses: [10.201.1.12]}
              db: {kind: virtualMachine, label: db, parent: servers, addresses: [10.201.2.10]}
              web: {kind: virtualMachine, label: web, parent: servers, addresses: [10.201.2.20]}
              partner: {kind: virtualMachine, label: partner, parent: outside, addresses: [198.51.100.10]}
              stranger: {kind: virtualMachine, label: stranger, parent: outside, addresses: [198.51.100.66]}
              fw:
                kind: firewall
                label: fw
                platform: PLATFORM
                interfaces:
                  - {name: clients, zone: inside, address: 10.201.1.1/24}
                  - {name: servers, zone: inside, address: 10.201.2.1/24}
                  - {name: outside, zone: untrusted, address: 198.51.100.1/24}
                rules:
                  - {name: no-telnet, action: deny, in: inside, protocol: tcp, ports: "23"}
                  - {name: admin, action: permit, in: inside, sources: [10.201.1.10/32], destinations: [10.201.2.0/24], protocol: tcp, ports: "22-25"}
                  - {name: not-the-kiosk, action: deny, sources: [10.201.1.12/32], out: untrusted}
                  - {name: many, action: permit, in: clients, out: servers, sources: [10.201.1.8/29], destinations: [10.201.2.10/32, 10.201.2.21/32], protocol: tcp, ports: "1000,1002,1004,1006,1008,1010,1012,1014-1015,1017,1019,1021,1023,1025,1027,1029,1031-1040"}
                  - {name: any-port, action: permit, in: servers, out: clients, sources: [10.201.2.20/32], destinations: [10.201.1.12/32], ports: "7000-7001"}
                nat:
                  - {name: keep, kind: none, in: clients, out: outside, sources: [10.201.1.10/32], destinations: [198.51.100.66/32]}
                  - {name: public, kind: destination, in: outside, destinations: [203.0.113.9/32], protocol: tcp, ports: "8443", to: 10.201.2.20/32, toPort: 443}
                  - {name: names, kind: destination, in: outside, destinations: [203.0.113.9/32], protocol: udp, ports: "53", to: 10.201.2.20/32}
                  - {name: inward, kind: destination, in: clients, destinations: [203.0.113.9/32], to: 10.201.2.10/32}
                  - {name: fixed, kind: static, in: servers, out: outside, sources: [10.201.2.10/32], to: 203.0.113.10/32}
                  - {name: hide, kind: source, in: clients, out: outside, sources: [10.201.1.0/24]}
                  - {name: as, kind: source, out: outside, sources: [10.201.2.20/32], to: 203.0.113.7/32}
                policy: derived
            links:
              c: {from: fw, fromInterface: clients, to: clients}
              s: {from: fw, fromInterface: servers, to: servers}
              o: {from: fw, fromInterface: outside, to: outside}
            flows:
              to-db: {from: pc, to: db, intent: allow, protocol: tcp, ports: "5432", encryption: not-required}
              to-partner: {from: pc, to: partner, intent: allow, protocol: tcp, ports: "443", encryption: not-required}
              to-stranger: {from: pc, to: stranger, intent: allow, protocol: tcp, ports: "443", encryption: not-required}
              names: {from: kiosk, to: web, intent: allow, protocol: udp, ports: "53", encryption: not-required}
              names-outside: {from: stranger, to: web, intent: allow, protocol: udp, ports: "53", encryption: not-required}
              from-partner: {from: partner, to: web, intent: allow, protocol: tcp, ports: "443", encryption: not-required}
              web-out: {from: web, to: partner, intent: allow, protocol: tcp, ports: "8000", encryption: not-required}
              db-out: {from: db, to: partner, intent: allow, protocol: udp, ports: "123", encryption: not-required}
              db-in: {from: partner, to: db, intent: allow, protocol: tcp, ports: "5432", encryption: not-required}
            """;

    /// `platform` as the file names it, `family` is `IPv4` or `IPv6`.
    static LabDesign of(String platform, String family) {
        String text = inFamily(TEXT, family).replace("PLATFORM", platform);
        ReadDesign read = DesignReader.read(text);
        if (!read.problems().isEmpty()) {
            throw new AssertionError(read.problems());
        }
        return new LabDesign(PlanCompiler.compile(read.design().orElseThrow()), family);
    }

    /// The hosts behind each interface.
    SequencedMap<String, List<Address>> hosts() {
        SequencedMap<String, List<Address>> hosts = new LinkedHashMap<>();
        hosts.put("clients", addresses("10.201.1.10", "10.201.1.12"));
        hosts.put("servers", addresses("10.201.2.10", "10.201.2.20"));
        hosts.put("outside", addresses("198.51.100.10", "198.51.100.66"));
        return hosts;
    }

    /// Addresses that exist by translation only.
    private List<Address> mapped() {
        return addresses("203.0.113.9", "203.0.113.10");
    }

    /// Every pair of hosts, and the translated addresses, on every port.
    List<Attempt> attempts() {
        return Stream.concat(direct().stream(), Attempt.to(hosts(), mapped(), PORTS).stream())
                .toList();
    }

    /// Without the translated addresses.
    List<Attempt> direct() {
        return Attempt.between(hosts(), PORTS);
    }

    private List<Address> addresses(String... texts) {
        return Stream.of(texts)
                .map(t -> inFamily(t, family).replace("\"", ""))
                .map(Address::parse)
                .toList();
    }

    /// Every address becomes one of IPv6 with the same numbers in it.
    private static String inFamily(String text, String family) {
        return family.equals("IPv4")
                ? text
                : ADDRESS.matcher(text)
                        .replaceAll(m ->
                                "\"fd00:%s:%s:%s::%s%s\""
                                        .formatted(
                                                m.group(1),
                                                m.group(2),
                                                m.group(3),
                                                m.group(4),
                                                length(m.group(5))));
    }

    private static String length(@Nullable String v4) {
        return v4 == null ? "" : "/" + (v4.equals("24") ? 64 : Integer.parseInt(v4) + 96);
    }
}
