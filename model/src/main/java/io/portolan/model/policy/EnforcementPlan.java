package io.portolan.model.policy;

import java.util.List;
import java.util.stream.Stream;

/// Everything that decides whether a connection passes. Order is always explicit: where a system
/// ranks by specificity, whoever builds the plan sorts.
public record EnforcementPlan(
        List<EnforcementPoint> points,
        List<NatTable> natTables,
        List<Capture> captures,
        List<Leg> legs,
        List<Relay> relays,
        List<Forwarding> routers,
        List<Remainder> notAnalysed) {
    public static final EnforcementPlan EMPTY =
            new EnforcementPlan(
                    List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of());

    public EnforcementPlan {
        points = List.copyOf(points);
        natTables = List.copyOf(natTables);
        captures = List.copyOf(captures);
        legs = List.copyOf(legs);
        relays = List.copyOf(relays);
        routers = List.copyOf(routers);
        notAnalysed = List.copyOf(notAnalysed);
    }

    public boolean isEmpty() {
        return equals(EMPTY);
    }

    /// The points of one owner (a cluster, mesh, device), in order.
    public List<EnforcementPoint> pointsOf(String owner) {
        return points.stream().filter(point -> point.owner().equals(owner)).toList();
    }

    /// The same plan with these points.
    public EnforcementPlan with(List<EnforcementPoint> others) {
        return new EnforcementPlan(others, natTables, captures, legs, relays, routers, notAnalysed);
    }

    /// Both plans, this one's parts first.
    public EnforcementPlan plus(EnforcementPlan other) {
        return new EnforcementPlan(
                join(points, other.points),
                join(natTables, other.natTables),
                join(captures, other.captures),
                join(legs, other.legs),
                join(relays, other.relays),
                join(routers, other.routers),
                join(notAnalysed, other.notAnalysed));
    }

    private static <T> List<T> join(List<T> first, List<T> second) {
        return Stream.concat(first.stream(), second.stream()).toList();
    }
}
