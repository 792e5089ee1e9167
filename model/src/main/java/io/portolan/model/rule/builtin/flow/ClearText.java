package io.portolan.model.rule.builtin.flow;

import io.portolan.model.design.Appliance;
import io.portolan.model.design.Database;
import io.portolan.model.design.Design;
import io.portolan.model.design.Element;
import io.portolan.model.design.ExternalApi;
import io.portolan.model.design.Flow;
import io.portolan.model.design.Gateway;
import io.portolan.model.design.HostPort;
import io.portolan.model.design.ListenerProtocol;
import io.portolan.model.design.Mainframe;
import io.portolan.model.design.VirtualMachine;
import io.portolan.model.design.Workload;
import io.portolan.model.net.PortSet;
import io.portolan.model.net.Transport;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// Tells which protocol without encryption a flow speaks: as it says itself, as the port that it
/// dials says, or by a port that has only one use (IANA service names registry).
final class ClearText {
    private static final Set<String> PROTOCOLS =
            Set.of(
                    "telnet",
                    "tn3270",
                    "ftp",
                    "tftp",
                    "rlogin",
                    "rsh",
                    "ldap",
                    "smb1",
                    "snmp",
                    "snmpv1",
                    "snmpv2",
                    "snmpv2c",
                    "http",
                    "pop3",
                    "imap",
                    "postgres",
                    "postgresql",
                    "mysql",
                    "sqlserver",
                    "oracle",
                    "db2",
                    "mongodb",
                    "redis");
    private static final Map<Integer, String> TCP =
            Map.of(21, "ftp", 23, "telnet", 80, "http", 389, "ldap", 513, "rlogin");
    private static final Map<Integer, String> UDP = Map.of(69, "tftp");

    private ClearText() {}

    static Optional<String> of(Design design, Flow flow) {
        Optional<String> said =
                flow.application()
                        .or(() -> design.find(flow.to()).flatMap(to -> declared(to, flow)))
                        .map(name -> name.toLowerCase(Locale.ROOT));
        return said.isPresent()
                ? said.filter(PROTOCOLS::contains)
                : flow.ports().flatMap(ports -> byPort(flow, ports));
    }

    private static Optional<String> declared(Element to, Flow flow) {
        return switch (to) {
            case Workload e ->
                    e.ports().stream()
                            .filter(p -> dials(flow, p.protocol(), p.port()))
                            .flatMap(p -> p.application().stream())
                            .findFirst();
            case Gateway e ->
                    e.listeners().stream()
                            .filter(l -> dials(flow, Transport.TCP, l.port()))
                            .filter(l -> l.protocol() != ListenerProtocol.TCP)
                            .map(l -> l.protocol().name())
                            .findFirst();
            case Database e -> declared(e.ports().stream(), flow);
            case Mainframe e -> declared(e.ports().stream(), flow);
            case Appliance e -> declared(e.ports().stream(), flow);
            case VirtualMachine e -> declared(e.ports().stream(), flow);
            case ExternalApi e -> declared(e.ports().stream(), flow);
            default -> Optional.empty();
        };
    }

    private static Optional<String> declared(Stream<HostPort> ports, Flow flow) {
        return ports.filter(p -> dials(flow, p.protocol(), p.port()))
                .flatMap(p -> p.application().stream())
                .findFirst();
    }

    private static boolean dials(Flow flow, Transport transport, int port) {
        return flow.protocol().number() == transport.number()
                && flow.ports().filter(ports -> ports.contains(port)).isPresent();
    }

    /// A flow of every port says nothing of its protocol.
    private static Optional<String> byPort(Flow flow, PortSet ports) {
        Map<Integer, String> known = flow.protocol().number() == Transport.UDP.number() ? UDP : TCP;
        return ports.ranges().stream()
                .filter(range -> range.low() == range.high())
                .flatMap(range -> Optional.ofNullable(known.get(range.low())).stream())
                .findFirst();
    }
}
