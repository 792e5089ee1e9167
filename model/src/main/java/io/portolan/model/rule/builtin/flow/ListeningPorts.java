package io.portolan.model.rule.builtin.flow;

import io.portolan.model.design.Appliance;
import io.portolan.model.design.Database;
import io.portolan.model.design.Element;
import io.portolan.model.design.ExternalApi;
import io.portolan.model.design.Gateway;
import io.portolan.model.design.HostPort;
import io.portolan.model.design.Listener;
import io.portolan.model.design.ListenerProtocol;
import io.portolan.model.design.LoadBalancer;
import io.portolan.model.design.Mainframe;
import io.portolan.model.design.Service;
import io.portolan.model.design.ServicePort;
import io.portolan.model.design.VirtualMachine;
import io.portolan.model.design.Workload;
import io.portolan.model.design.WorkloadPort;
import io.portolan.model.net.PortSet;
import io.portolan.model.net.Transport;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// The ports that elements say they listen on, and copies of elements that listen on one more.
final class ListeningPorts {
    private ListeningPorts() {}

    private record Open(Transport transport, int port) {}

    /// What an element listens on; nothing if it does not say.
    static Optional<PortSet> of(Element element, Transport transport) {
        List<Open> open = open(element).toList();
        int[] ports =
                open.stream()
                        .filter(o -> o.transport() == transport)
                        .mapToInt(Open::port)
                        .toArray();
        return open.isEmpty() ? Optional.empty() : Optional.of(PortSet.of(ports));
    }

    private static Stream<Open> open(Element element) {
        return switch (element) {
            case Workload e -> e.ports().stream().map(p -> new Open(p.protocol(), p.port()));
            case Service e -> e.ports().stream().map(p -> new Open(p.protocol(), p.port()));
            case Database e -> hosts(e.ports());
            case Mainframe e -> hosts(e.ports());
            case Appliance e -> hosts(e.ports());
            case VirtualMachine e -> hosts(e.ports());
            case ExternalApi e -> hosts(e.ports());
            case LoadBalancer e -> e.pools().stream().map(p -> new Open(p.protocol(), p.port()));
            case Gateway e -> e.listeners().stream().map(ListeningPorts::open);
            default -> Stream.empty();
        };
    }

    private static Stream<Open> hosts(List<HostPort> ports) {
        return ports.stream().map(p -> new Open(p.protocol(), p.port()));
    }

    private static Open open(Listener listener) {
        return new Open(
                listener.protocol() == ListenerProtocol.UDP ? Transport.UDP : Transport.TCP,
                listener.port());
    }

    /// The element with one more port, where nothing else is needed for that.
    static Optional<Element> with(Element element, Transport transport, int port) {
        return switch (element) {
            case Workload e ->
                    Optional.of(
                            e.withPorts(
                                    more(
                                            e.ports(),
                                            new WorkloadPort(
                                                    Optional.empty(),
                                                    transport,
                                                    port,
                                                    Optional.empty()))));
            case Service e ->
                    Optional.of(
                            e.withPorts(
                                    more(
                                            e.ports(),
                                            new ServicePort(
                                                    Optional.of("port-" + port),
                                                    transport,
                                                    port,
                                                    Optional.empty(),
                                                    Optional.empty()))));
            case Database e -> Optional.of(e.withPorts(more(e.ports(), host(transport, port))));
            case Mainframe e -> Optional.of(e.withPorts(more(e.ports(), host(transport, port))));
            case Appliance e -> Optional.of(e.withPorts(more(e.ports(), host(transport, port))));
            case VirtualMachine e ->
                    Optional.of(e.withPorts(more(e.ports(), host(transport, port))));
            default -> Optional.empty();
        };
    }

    private static HostPort host(Transport transport, int port) {
        return new HostPort(transport, port, Optional.empty());
    }

    private static <T> List<T> more(List<T> ports, T added) {
        List<T> all = new ArrayList<>(ports);
        all.add(added);
        return all;
    }
}
