package io.portolan.model.report;

import io.portolan.model.design.Design;
import io.portolan.model.design.ElementId;
import io.portolan.model.design.Gateway;
import io.portolan.model.design.Namespace;
import io.portolan.model.design.Route;
import io.portolan.model.design.Service;
import io.portolan.model.design.ServicePort;
import io.portolan.model.design.Workload;
import io.portolan.model.net.PortSet;
import io.portolan.model.net.Transport;
import io.portolan.model.reach.TrafficSet;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// Where ingress controllers send requests: the TCP ports of the workloads behind the services that
/// their routes name. A controller opens nothing else.
final class IngressRoutes {
    private final Design design;
    private final Map<Hop, PortSet> routed = new HashMap<>();
    private final PeerNames names;

    private record Hop(String gateway, String workload) {}

    IngressRoutes(Design design) {
        this.design = design;
        this.names = new PeerNames(design);
        design.all(Gateway.class).filter(names::isIngressController).forEach(this::follow);
    }

    /// `traffic` itself, or what of it the routes use where `source` is an ingress controller.
    TrafficSet routed(String source, String destination, TrafficSet traffic) {
        if (names.element(source).filter(names::isIngressController).isEmpty()) {
            return traffic;
        }
        PortSet ports = routed.getOrDefault(new Hop(source, destination), PortSet.NONE);
        return traffic.intersection(new TrafficSet(ports, PortSet.NONE, PortSet.NONE, false));
    }

    private void follow(Gateway gateway) {
        for (Route route : gateway.routes()) {
            design.find(route.backend(), Service.class)
                    .ifPresent(service -> follow(gateway.id(), service, route.port()));
        }
    }

    private void follow(ElementId gateway, Service service, int dialled) {
        for (ServicePort port : service.ports()) {
            if (port.port() == dialled && port.protocol() == Transport.TCP) {
                backends(service).forEach(w -> add(gateway, w, target(port, w)));
            }
        }
    }

    private void add(ElementId gateway, Workload workload, Optional<Integer> port) {
        Hop hop = new Hop(gateway.value(), workload.id().value());
        port.ifPresent(number -> routed.merge(hop, PortSet.of(number), PortSet::union));
    }

    private Stream<Workload> backends(Service service) {
        Optional<Namespace> namespace = design.enclosing(service.id(), Namespace.class);
        return service.selector().isEmpty()
                ? Stream.empty()
                : design.all(Workload.class)
                        .filter(w ->
                                w.labels().entrySet().containsAll(service.selector().entrySet()))
                        .filter(w -> design.enclosing(w.id(), Namespace.class).equals(namespace));
    }

    private static Optional<Integer> target(ServicePort port, Workload workload) {
        String target = port.target().orElse(Integer.toString(port.port()));
        return target.matches("[0-9]+")
                ? Optional.of(Integer.valueOf(target))
                : workload.ports().stream()
                        .filter(p -> p.protocol() == port.protocol())
                        .filter(p -> p.name().filter(target::equals).isPresent())
                        .map(p -> p.port())
                        .findFirst();
    }
}
