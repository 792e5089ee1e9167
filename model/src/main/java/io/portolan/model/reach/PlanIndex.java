package io.portolan.model.reach;

import io.portolan.model.policy.Direction;
import io.portolan.model.policy.EnforcementPlan;
import io.portolan.model.policy.EnforcementPoint;
import io.portolan.model.policy.Forwarding;
import io.portolan.model.policy.Hook;
import io.portolan.model.policy.NatTable;
import io.portolan.model.policy.Place;
import io.portolan.model.policy.Position;
import io.portolan.model.policy.Relay;
import io.portolan.model.policy.Replies;
import io.portolan.model.policy.Slot;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The parts of a plan by where they act.
final class PlanIndex {
    private record Beside(Direction direction, Place place) {}

    private record Inside(String device, Slot slot) {}

    private record TableKey(Hook hook, String owner) {}

    private final EnforcementPlan plan;
    private final IdentityHashMap<EnforcementPoint, Integer> places = new IdentityHashMap<>();
    private final Map<Object, List<EnforcementPoint>> points = new HashMap<>();
    private final Map<TableKey, NatTable> deviceTables = new HashMap<>();
    private final Map<Hook, List<NatTable>> tables = new HashMap<>();
    private final Map<String, RoutingTable> routers = new HashMap<>();
    private final Map<String, Relay> relays = new HashMap<>();
    private final Set<String> guards = new HashSet<>();
    private final boolean routed;
    private final Map<Object, List<EnforcementPoint>> filtering = new HashMap<>();

    PlanIndex(EnforcementPlan plan) {
        this.plan = plan;
        Map<Object, Integer> numbers = new HashMap<>();
        for (EnforcementPoint point : plan.points()) {
            Object place = place(point.position());
            points.computeIfAbsent(place, _ -> new ArrayList<>()).add(point);
            places.put(point, numbers.computeIfAbsent(place, _ -> numbers.size()));
            if (point.position() instanceof Position.AtDevice at) {
                guards.add(at.device());
            }
        }
        points.forEach((place, all) -> filtering.put(place, filtering(all)));
        filtering.values().removeIf(List::isEmpty);
        for (NatTable table : plan.natTables()) {
            tables.computeIfAbsent(table.hook(), _ -> new ArrayList<>()).add(table);
            deviceTables.putIfAbsent(new TableKey(table.hook(), table.owner()), table);
        }
        plan.routers()
                .forEach(router -> routers.putIfAbsent(router.device(), new RoutingTable(router)));
        routed = plan.routers().stream().anyMatch(PlanIndex::routes);
        plan.relays().forEach(relay -> relays.putIfAbsent(relay.endpoint(), relay));
    }

    EnforcementPlan plan() {
        return plan;
    }

    /// The points that may sit at a site, in the order of the plan.
    List<EnforcementPoint> points(Site site) {
        return points.getOrDefault(place(site), List.of());
    }

    private static List<EnforcementPoint> filtering(List<EnforcementPoint> all) {
        return all.stream().filter(p -> p.replies() == Replies.FILTERED).toList();
    }

    /// Those of them that judge every packet, replies included.
    List<EnforcementPoint> filtering(Site site) {
        return filtering.isEmpty() ? List.of() : filtering.getOrDefault(place(site), List.of());
    }

    /// Whether it matters later that a packet was there: some points judge replies, and devices
    /// know the sessions that they have let begin.
    boolean isRemembered(Site site) {
        return site instanceof Site.Device || !filtering.isEmpty();
    }

    private static boolean routes(Forwarding router) {
        return router.interfaces().size() > 1
                || router.entries().stream()
                        .anyMatch(entry -> entry.next() instanceof Forwarding.NextHop.Via);
    }

    private static Object place(Position position) {
        return switch (position) {
            case Position.AtEndpoint(var direction, var where, _) -> new Beside(direction, where);
            case Position.AtBorder(var direction, var segment) ->
                    new Site.Border(direction, segment);
            case Position.AtDevice(var device, var slot, _, _) -> new Inside(device, slot);
            case Position.AtRelay(var relay) -> new Site.InRelay(relay);
        };
    }

    private static Object place(Site site) {
        return switch (site) {
            case Site.Workload(var direction, var where, _) -> new Beside(direction, where);
            case Site.Border border -> border;
            case Site.Device d -> new Inside(d.device(), d.slot());
            case Site.InRelay relay -> relay;
        };
    }

    /// The number of the place at which a point of this plan sits.
    int place(EnforcementPoint point) {
        return places.getOrDefault(point, -1);
    }

    boolean isGuarded(String device) {
        return guards.contains(device);
    }

    Optional<NatTable> table(String device, Hook hook) {
        return Optional.ofNullable(deviceTables.get(new TableKey(hook, device)));
    }

    List<NatTable> tables(Hook hook) {
        return tables.getOrDefault(hook, List.of());
    }

    Optional<RoutingTable> router(String device) {
        return Optional.ofNullable(routers.get(device));
    }

    Optional<Relay> relayAt(String endpoint) {
        return Optional.ofNullable(relays.get(endpoint));
    }

    /// Whether somebody carries packets from one segment to another, or sends them to somebody who
    /// does; who only passes on what he is dialled for (a load balancer) does not.
    boolean isRouted() {
        return routed;
    }
}
