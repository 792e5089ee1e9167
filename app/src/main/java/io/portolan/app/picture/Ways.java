package io.portolan.app.picture;

import io.portolan.model.design.ElementId;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The ways of the lines of the last drawing. A line keeps its way until one of the boxes it joins
/// changes its place or another box comes to lie on it.
final class Ways {
    private static final double ROOM = 2;

    private Map<EdgeId, Way> before = Map.of();
    private Map<ElementId, Area> nodesBefore = Map.of();
    private int made;

    private record Way(List<Area> ends, List<Route> legs) {}

    /// How many lines got another way the last time.
    int made() {
        return made;
    }

    /// The legs of each line, in the order of the plans.
    List<List<Route>> of(List<EdgePlan> plans, Ground ground, Obstacles obstacles) {
        SpatialIndex moved = new SpatialIndex(moved(obstacles.nodes()));
        Map<EdgeId, Way> now = HashMap.newHashMap(plans.size());
        List<EdgePlan> open = new ArrayList<>();
        for (EdgePlan plan : plans) {
            Way way = before.get(plan.id());
            if (way == null || !way.ends().equals(ends(plan, ground)) || isHit(way, moved)) {
                open.add(plan);
            } else {
                now.put(plan.id(), way);
                ground.steps().next();
            }
        }
        makeRoom(plans, open, now);
        route(open, ground, obstacles, now);
        before = now;
        nodesBefore = obstacles.nodes();
        made = open.size();
        List<List<Route>> ways = new ArrayList<>(plans.size());
        plans.forEach(p -> ways.add(legs(now, p)));
        return ways;
    }

    /// Flows that are new at an element, as a verdict sends them over it, have the first choice of
    /// a way there: the cables give up theirs.
    private void makeRoom(List<EdgePlan> plans, List<EdgePlan> open, Map<EdgeId, Way> now) {
        Set<ElementId> met = new HashSet<>();
        open.stream()
                .filter(plan -> plan instanceof EdgePlan.OfFlow && isSentElsewhere(plan))
                .forEach(plan -> met.addAll(plan.stations()));
        for (EdgePlan plan : plans) {
            if (plan instanceof EdgePlan.OfLink
                    && now.containsKey(plan.id())
                    && plan.stations().stream().anyMatch(met::contains)) {
                now.remove(plan.id());
                open.add(plan);
            }
        }
    }

    private boolean isSentElsewhere(EdgePlan plan) {
        Way way = before.get(plan.id());
        return way == null || way.ends().size() != plan.stations().size();
    }

    private static List<Route> legs(Map<EdgeId, Way> ways, EdgePlan plan) {
        Way way = ways.get(plan.id());
        return way == null ? List.of() : way.legs();
    }

    /// Where nodes are now that were not there before.
    private List<Area> moved(Map<ElementId, Area> nodes) {
        List<Area> moved = new ArrayList<>();
        if (!before.isEmpty()) {
            nodes.forEach((id, area) -> {
                if (!area.equals(nodesBefore.get(id))) {
                    moved.add(area);
                }
            });
        }
        return moved;
    }

    private static boolean isHit(Way way, SpatialIndex moved) {
        return !moved.isEmpty()
                && way.legs().stream()
                        .flatMap(leg -> leg.segments().stream())
                        .anyMatch(s -> moved.anyIn(s.bounds().grownBy(ROOM)));
    }

    private static void route(
            List<EdgePlan> open, Ground ground, Obstacles obstacles, Map<EdgeId, Way> now) {
        // Flows have the first choice of a way: cables are in the background.
        open.sort(Comparator.comparing(plan -> plan instanceof EdgePlan.OfLink));
        List<Router.Trip> trips = new ArrayList<>();
        open.forEach(p -> trips.addAll(trips(ends(p, ground))));
        if (trips.isEmpty()) {
            return;
        }
        List<Segment> drawn = new ArrayList<>();
        now.values().forEach(w -> w.legs().forEach(leg -> drawn.addAll(leg.segments())));
        List<Route> routes = new Router(obstacles.surface(drawn), ground.steps()).routes(trips);
        int next = 0;
        for (EdgePlan plan : open) {
            List<Area> ends = ends(plan, ground);
            int end = next + ends.size() - 1;
            now.put(plan.id(), new Way(ends, List.copyOf(routes.subList(next, end))));
            next = end;
        }
    }

    private static List<Router.Trip> trips(List<Area> ends) {
        List<Router.Trip> trips = new ArrayList<>();
        for (int i = 1; i < ends.size(); i++) {
            trips.add(new Router.Trip(ends.get(i - 1), ends.get(i)));
        }
        return trips;
    }

    private static List<Area> ends(EdgePlan plan, Ground ground) {
        return plan.stations().stream().map(ground::area).toList();
    }
}
