package io.portolan.app.layout;

import io.portolan.model.design.Design;
import io.portolan.model.design.ElementId;
import io.portolan.model.design.Flow;
import io.portolan.model.design.Link;
import io.portolan.model.design.Service;
import io.portolan.model.design.Workload;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The pairs of a design that belong near each other: flows as they run, links turned so that what
/// rather sends is on the left of a device and what rather receives on its right.
final class Connections {
    private final Hierarchy hierarchy;
    private final Map<ElementId, Integer> sending = new HashMap<>();
    private final Set<Connection> all = new LinkedHashSet<>();

    private Connections(Hierarchy hierarchy) {
        this.hierarchy = hierarchy;
    }

    static List<Connection> of(Design design, Hierarchy hierarchy) {
        Connections found = new Connections(hierarchy);
        List<Flow> flows = design.flows().values().stream().filter(f -> drawn(design, f)).toList();
        flows.forEach(found::count);
        flows.forEach(f -> found.add(f.from(), f.to()));
        design.links().values().stream()
                .filter(l -> drawn(design, l.from(), l.to()))
                .forEach(found::addLink);
        design.all(Service.class).forEach(s -> found.addBackends(design, s));
        return List.copyOf(found.all);
    }

    private static boolean drawn(Design design, Flow flow) {
        return drawn(design, flow.from(), flow.to());
    }

    private static boolean drawn(Design design, ElementId from, ElementId to) {
        return design.find(from).isPresent() && design.find(to).isPresent();
    }

    /// A service stands before what it selects.
    private void addBackends(Design design, Service service) {
        design.all(Workload.class)
                .filter(w -> w.parent().equals(service.parent()))
                .filter(w -> !service.selector().isEmpty())
                .filter(w -> w.labels().entrySet().containsAll(service.selector().entrySet()))
                .forEach(w -> add(service.id(), w.id()));
    }

    private void count(Flow flow) {
        hierarchy.path(flow.from()).forEach(id -> sending.merge(id, 1, Integer::sum));
        hierarchy.path(flow.to()).forEach(id -> sending.merge(id, -1, Integer::sum));
    }

    private void addLink(Link link) {
        int from = sending.getOrDefault(link.from(), 0);
        int to = sending.getOrDefault(link.to(), 0);
        if (from >= to) {
            add(link.from(), link.to());
        } else {
            add(link.to(), link.from());
        }
    }

    /// A line between a container and something inside of it pulls nowhere.
    private void add(ElementId from, ElementId to) {
        boolean nested = hierarchy.path(from).contains(to) || hierarchy.path(to).contains(from);
        if (!nested && !all.contains(new Connection(to, from))) {
            all.add(new Connection(from, to));
        }
    }

    /// The connections as seen inside of each container (of the canvas under the empty key): ends
    /// are lifted to the children that hold them.
    static Map<Optional<ElementId>, Set<Connection>> lifted(
            List<Connection> connections, Hierarchy hierarchy) {
        Map<Optional<ElementId>, Set<Connection>> inside = new HashMap<>();
        for (Connection c : connections) {
            List<ElementId> from = hierarchy.path(c.from());
            List<ElementId> to = hierarchy.path(c.to());
            int depth = 0;
            while (from.get(depth).equals(to.get(depth))) {
                depth++;
            }
            inside.computeIfAbsent(hierarchy.parent(from.get(depth)), k -> new LinkedHashSet<>())
                    .add(new Connection(from.get(depth), to.get(depth)));
        }
        return inside;
    }
}
