package io.portolan.app.picture;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Gives the labels of flows their places. A label stays where it was as long as its line has the
/// same way and nothing came to lie there.
final class Labelling {
    private final Ground ground;
    private final Obstacles obstacles;
    private final Kept<EdgeId, Optional<Area>> memory;

    Labelling(Ground ground, Obstacles obstacles, Kept<EdgeId, Optional<Area>> memory) {
        this.ground = ground;
        this.obstacles = obstacles;
        this.memory = memory;
    }

    private record Wanted(double width, List<Route> legs) {}

    /// The place of the label of each line; none where there is no room.
    List<Optional<Area>> of(List<EdgeScene.Drawn> edges) {
        LabelPlacer placer = placer(edges);
        List<Optional<Optional<Area>>> stay = edges.stream().map(e -> stay(e, placer)).toList();
        List<Optional<Area>> places = new ArrayList<>(edges.size());
        for (int i = 0; i < edges.size(); i++) {
            EdgeScene.Drawn edge = edges.get(i);
            Optional<Area> place = stay.get(i).orElseGet(() -> place(edge, placer));
            memory.keep(edge.plan().id(), wanted(edge), place);
            places.add(place);
            ground.steps().next();
        }
        return places;
    }

    private LabelPlacer placer(List<EdgeScene.Drawn> edges) {
        List<Area> solid = new ArrayList<>(obstacles.nodes().values());
        solid.addAll(obstacles.headers());
        List<Segment> lines = new ArrayList<>();
        edges.forEach(e -> e.legs().forEach(leg -> lines.addAll(leg.segments())));
        LabelPlacer placer = new LabelPlacer(solid, lines);
        ground.input()
                .problems()
                .forEach((id, n) -> {
                    if (n > 0 && ground.areas().containsKey(id)) {
                        placer.keepFree(Badge.area(n, ground.area(id)));
                    }
                });
        edges.forEach(e -> e.strokes().over().forEach(op -> keepFree(op, placer)));
        return placer;
    }

    private static void keepFree(Op op, LabelPlacer placer) {
        if (op instanceof Op.Disc d) {
            placer.keepFree(Area.around(d.centre(), 2 * d.radius(), 2 * d.radius()));
        }
    }

    private Optional<Optional<Area>> stay(EdgeScene.Drawn edge, LabelPlacer placer) {
        return memory.last(edge.plan().id(), wanted(edge))
                .filter(place -> place.map(placer::keepIfFree).orElse(true));
    }

    private static Wanted wanted(EdgeScene.Drawn edge) {
        return new Wanted(width(edge.plan()), edge.legs());
    }

    private static Optional<Area> place(EdgeScene.Drawn edge, LabelPlacer placer) {
        double width = width(edge.plan());
        return width == 0 ? Optional.empty() : placer.place(width, edge.legs());
    }

    private static double width(EdgePlan plan) {
        return switch (plan) {
            case EdgePlan.OfFlow p -> LabelPlacer.width(p.label());
            case EdgePlan.OfLink _ -> 0;
        };
    }
}
