package io.portolan.model.rule;

import io.portolan.model.design.Design;
import io.portolan.model.design.Element;
import io.portolan.model.design.ElementId;
import io.portolan.model.design.Flow;
import io.portolan.model.design.Gateway;
import io.portolan.model.design.LoadBalancer;
import io.portolan.model.design.Pool;
import io.portolan.model.design.Route;
import io.portolan.model.design.Service;
import io.portolan.model.design.ServicePort;
import io.portolan.model.design.Zone;
import io.portolan.model.net.PortSet;
import io.portolan.model.net.Protocol;
import io.portolan.model.net.Transport;
import io.portolan.model.policy.Estate.NamedPort;
import io.portolan.model.reach.TrafficSet;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What the drawn flows mean between the members that connect in the end: through services,
/// balancers and gateways, on the ports that are open there.
final class IntendedTraffic {
    private final Design design;
    private final DesignIndex index;
    private final Map<String, Map<String, TrafficSet>> pairs = new HashMap<>();
    private final Set<Step> taken = new HashSet<>();

    /// One connection that a flow needs; `ports` as dialled.
    private record Step(ElementId from, ElementId to, Protocol protocol, PortSet ports) {
        Step to(ElementId other, PortSet changed) {
            return new Step(from, other, protocol, changed);
        }
    }

    IntendedTraffic(Design design, DesignIndex index) {
        this.design = design;
        this.index = index;
        index.intended().forEach(this::add);
    }

    /// What the flows need from one member to another.
    TrafficSet between(String from, String to) {
        return pairs.getOrDefault(from, Map.of()).getOrDefault(to, TrafficSet.NONE);
    }

    private void add(Flow flow) {
        PortSet ports = flow.ports().orElse(PortSet.ALL);
        for (ElementId from : members(flow.from())) {
            for (ElementId to : members(flow.to())) {
                follow(new Step(from, to, flow.protocol(), ports));
            }
        }
    }

    /// A zone stands for what is inside.
    private List<ElementId> members(ElementId id) {
        return design.find(id, Zone.class).isEmpty()
                ? List.of(id)
                : index.children(id).stream()
                        .map(Element::id)
                        .flatMap(child -> members(child).stream())
                        .toList();
    }

    private void follow(Step step) {
        if (!taken.add(step)) {
            return;
        }
        note(step);
        switch (design.find(step.to()).orElse(null)) {
            case Service service -> follow(service, step);
            case LoadBalancer balancer -> follow(balancer, step);
            case Gateway gateway -> gateway.routes().forEach(route -> follow(gateway, route));
            case null, default -> {}
        }
    }

    private void follow(Service service, Step step) {
        for (Element backend : index.backends(service)) {
            PortSet targets = PortSet.NONE;
            for (ServicePort port : service.ports()) {
                if (step.ports().contains(port.port()) && carries(step, port.protocol())) {
                    targets = targets.union(targets(port, backend.id()));
                }
            }
            follow(step.to(backend.id(), targets));
        }
    }

    private static boolean carries(Step step, Transport transport) {
        return step.protocol().number() == transport.number();
    }

    private PortSet targets(ServicePort port, ElementId backend) {
        String target = port.target().orElse(Integer.toString(port.port()));
        if (target.matches("[0-9]{1,5}")) {
            return PortSet.of(Integer.parseInt(target));
        }
        return PortSet.of(
                index.member(backend).stream()
                        .flatMap(m -> m.namedPorts().getOrDefault(target, List.of()).stream())
                        .mapToInt(NamedPort::number)
                        .toArray());
    }

    private void follow(LoadBalancer balancer, Step step) {
        for (Pool pool : balancer.pools()) {
            if (step.ports().contains(pool.port()) && carries(step, pool.protocol())) {
                PortSet port = PortSet.of(pool.memberPort());
                for (ElementId member : pool.members()) {
                    follow(step.to(member, port));
                    follow(new Step(balancer.id(), member, step.protocol(), port));
                }
            }
        }
    }

    private void follow(Gateway gateway, Route route) {
        follow(new Step(gateway.id(), route.backend(), Protocol.TCP, PortSet.of(route.port())));
    }

    private void note(Step step) {
        pairs.computeIfAbsent(step.from().value(), _ -> new HashMap<>())
                .merge(step.to().value(), traffic(step), TrafficSet::union);
    }

    private static TrafficSet traffic(Step step) {
        PortSet none = PortSet.NONE;
        return step.protocol()
                .transport()
                .map(t ->
                        switch (t) {
                            case TCP -> new TrafficSet(step.ports(), none, none, false);
                            case UDP -> new TrafficSet(none, step.ports(), none, false);
                            case SCTP -> new TrafficSet(none, none, step.ports(), false);
                        })
                .orElse(new TrafficSet(none, none, none, true));
    }
}
