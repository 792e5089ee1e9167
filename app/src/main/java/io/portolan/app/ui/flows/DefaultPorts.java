package io.portolan.app.ui.flows;

import io.portolan.model.design.Appliance;
import io.portolan.model.design.Database;
import io.portolan.model.design.Element;
import io.portolan.model.design.ExternalApi;
import io.portolan.model.design.Gateway;
import io.portolan.model.design.HostPort;
import io.portolan.model.design.Mainframe;
import io.portolan.model.design.Service;
import io.portolan.model.design.VirtualMachine;
import io.portolan.model.design.Workload;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// The ports that an element listens on, as a flow towards it would name them.
final class DefaultPorts {
    private DefaultPorts() {}

    /// Ports with commas; no text where nothing is known.
    static String of(Element element) {
        return switch (element) {
            case Workload w -> text(w.ports().stream().mapToInt(p -> p.port()));
            case Service s -> text(s.ports().stream().mapToInt(p -> p.port()));
            case Gateway g -> text(g.listeners().stream().mapToInt(l -> l.port()));
            case Mainframe m -> hosts(m.ports());
            case Database d -> hosts(d.ports());
            case Appliance a -> hosts(a.ports());
            case VirtualMachine v -> hosts(v.ports());
            case ExternalApi x -> hosts(x.ports());
            default -> "";
        };
    }

    private static String hosts(List<HostPort> ports) {
        return text(ports.stream().mapToInt(HostPort::port));
    }

    private static String text(IntStream ports) {
        return ports.distinct().mapToObj(Integer::toString).collect(Collectors.joining(","));
    }
}
