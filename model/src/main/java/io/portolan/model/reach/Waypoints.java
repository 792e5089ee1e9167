package io.portolan.model.reach;

import io.portolan.model.net.PortSet;

import java.util.List;
import java.util.Set;

/// The devices that a connection is said to pass, in order. They choose among the ways that the
/// drawing leaves open: devices of `routed` follow the routes that are drawn for them, whatever is
/// said. Where no way passes them, the drawing and what is said differ, and the answer is open.
record Waypoints(List<String> via, Set<String> routed) {
    static final Waypoints NONE = new Waypoints(List.of(), Set.of());

    Waypoints {
        via = List.copyOf(via);
        routed = Set.copyOf(routed);
    }

    /// `all` are the alternatives between one source and one destination.
    List<Alternative> chosen(List<Alternative> all) {
        if (via.isEmpty() || all.isEmpty()) {
            return all;
        }
        List<Alternative> fitting = all.stream().filter(this::passes).toList();
        return fitting.isEmpty()
                ? all.stream().map(this::astray).toList()
                : all.stream().flatMap(one -> left(one, fitting).stream()).toList();
    }

    private boolean passes(Alternative alternative) {
        int met = 0;
        for (String device : alternative.way().passed()) {
            if (met < via.size() && device.equals(via.get(met))) {
                met++;
            }
        }
        return met == via.size();
    }

    /// What remains of an alternative: all of it if it fits, else the ports that no fitting way
    /// carries which the drawing leaves open instead of it.
    private List<Alternative> left(Alternative one, List<Alternative> fitting) {
        if (passes(one)) {
            return List.of(one);
        }
        PortSet carried = PortSet.NONE;
        for (Alternative other : fitting) {
            carried = isInstead(other, one) ? carried.union(other.ports()) : carried;
        }
        PortSet rest = one.ports().minus(carried);
        return rest.isEmpty() ? List.of() : List.of(one.on(rest));
    }

    /// True if both ways lead to the same place and nothing drawn chose between them: they part
    /// where the segment or the last device that they have in common knows several next devices.
    private boolean isInstead(Alternative other, Alternative one) {
        List<String> first = other.way().passed();
        List<String> second = one.way().passed();
        int length = Math.min(first.size(), second.size());
        int common = 0;
        while (common < length && first.get(common).equals(second.get(common))) {
            common++;
        }
        boolean open = common == 0 || !routed.contains(first.get(common - 1));
        return common < length
                && open
                && other.packet()
                        .destination()
                        .addresses()
                        .equals(one.packet().destination().addresses());
    }

    private Alternative astray(Alternative one) {
        if (!one.way().passed().isEmpty() && routed.containsAll(one.way().passed())) {
            return one;
        }
        String missing =
                via.stream()
                        .filter(d -> !one.way().passed().contains(d))
                        .findFirst()
                        .orElse(via.getLast());
        return one.noting(
                        Stage.of(missing, missing),
                        Outcome.UNDEFINED,
                        "the connection is said to pass here, but no way is drawn that does")
                .judged(List.of(), PortSet.NONE, one.ports());
    }
}
