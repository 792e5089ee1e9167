package io.portolan.app.picture;

import io.portolan.model.design.ElementId;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// Draws all flows and links of a design, once its boxes are placed.
final class EdgeScene {
    private static final double LINK_WIDTH = 1;

    private final Ground ground;
    private final Palette palette;
    private final Boxes boxes;
    private final Obstacles obstacles;
    private final EdgeMemory memory;

    EdgeScene(Ground ground, Boxes boxes, EdgeMemory memory) {
        this.ground = ground;
        this.palette = ground.palette();
        this.boxes = boxes;
        this.obstacles = Obstacles.of(boxes);
        this.memory = memory;
    }

    List<Item.Edge> draw() {
        memory.begin();
        List<EdgePlan> plans = plans();
        List<List<Route>> ways = memory.ways().of(plans, ground, obstacles);
        List<Drawn> drawn = new ArrayList<>(plans.size());
        for (int i = 0; i < plans.size(); i++) {
            drawn.add(sketch(plans.get(i), ways.get(i)));
            ground.steps().next();
        }
        List<Optional<Area>> labels = new Labelling(ground, obstacles, memory.labels()).of(drawn);
        Map<Integer, List<Op>> gaps = Crossings.of(ways, boxes.containers(), palette);
        List<Item.Edge> items = new ArrayList<>(plans.size());
        for (int i = 0; i < plans.size(); i++) {
            List<Op> own = gaps.getOrDefault(i, List.of());
            Finish finish = new Finish(drawn.get(i), labels.get(i), own, palette);
            items.add(memory.items().draw(finish.edge().plan().id(), finish, () -> item(finish)));
            ground.steps().next();
        }
        memory.end();
        return items;
    }

    private List<EdgePlan> plans() {
        Stream<EdgePlan> flows =
                ground.input().design().flows().values().stream()
                        .map(f -> EdgePlan.of(f, ground.input().markOf(f), ground.areas()));
        Stream<EdgePlan> links =
                ground.input().design().links().values().stream()
                        .map(l -> EdgePlan.of(l, ground.areas()));
        return Stream.concat(links, flows).filter(p -> p.stations().size() > 1).toList();
    }

    /// An edge with its way and what is drawn along it.
    record Drawn(EdgePlan plan, List<Route> legs, Strokes strokes) {}

    private record Sketch(
            EdgePlan plan, List<Route> legs, boolean stopsAtTarget, Palette palette) {}

    private record Finish(Drawn edge, Optional<Area> label, List<Op> gaps, Palette palette) {}

    private Drawn sketch(EdgePlan plan, List<Route> legs) {
        Sketch sketch = new Sketch(plan, legs, stopsAtTarget(plan), palette);
        return new Drawn(
                plan, legs, memory.strokes().draw(plan.id(), sketch, () -> strokes(sketch)));
    }

    /// Whether the one who decides sits around the target and not around the source.
    private boolean stopsAtTarget(EdgePlan plan) {
        return plan instanceof EdgePlan.OfFlow flow
                && flow.mark().decider().filter(d -> isAroundTarget(plan, d)).isPresent();
    }

    private boolean isAroundTarget(EdgePlan plan, ElementId decider) {
        return isInside(plan.stations().getLast(), decider)
                && !isInside(plan.stations().getFirst(), decider);
    }

    private boolean isInside(ElementId id, ElementId around) {
        return id.equals(around) || ground.nesting().isInside(id, around);
    }

    private Strokes strokes(Sketch sketch) {
        return switch (sketch.plan()) {
            case EdgePlan.OfFlow flow ->
                    new EdgeSketch(flow, sketch.legs(), palette).draw(sketch.stopsAtTarget());
            case EdgePlan.OfLink _ ->
                    new Strokes(
                            sketch.legs().stream()
                                    .<Op>map(leg -> new Op.Line(leg, linkPen()))
                                    .toList(),
                            List.of());
        };
    }

    private Pen linkPen() {
        return Pen.solid(palette.of(Ink.FAINT), LINK_WIDTH);
    }

    private Item.Edge item(Finish finish) {
        Drawn edge = finish.edge();
        Bounds bounds = new Bounds();
        edge.legs().forEach(leg -> bounds.add(leg.bounds().grownBy(EdgeSketch.DISC)));
        finish.label().ifPresent(bounds::add);
        List<ElementId> stations = edge.plan().stations();
        return new Item.Edge(
                edge.plan().id(),
                stations.getFirst(),
                stations.getLast(),
                edge.legs(),
                pen(edge.plan()),
                finish.label(),
                bounds.area(),
                joined(finish.gaps(), edge.strokes().under()),
                joined(edge.strokes().over(), pill(finish)),
                spoken(edge.plan()));
    }

    private List<Op> pill(Finish finish) {
        return switch (finish.edge().plan()) {
            case EdgePlan.OfFlow p ->
                    finish.label()
                            .map(a -> LabelPlacer.pill(a, p.label(), style(p).colour(), palette))
                            .orElse(List.of());
            case EdgePlan.OfLink _ -> List.of();
        };
    }

    private static List<Op> joined(List<Op> first, List<Op> second) {
        return Stream.concat(first.stream(), second.stream()).toList();
    }

    private EdgeStyle style(EdgePlan.OfFlow plan) {
        return EdgeStyle.of(plan.mark().kind(), plan.flow().intent(), palette);
    }

    private Pen pen(EdgePlan plan) {
        return switch (plan) {
            case EdgePlan.OfFlow p -> style(p).pen();
            case EdgePlan.OfLink _ -> linkPen();
        };
    }

    private static String spoken(EdgePlan plan) {
        return switch (plan) {
            case EdgePlan.OfFlow p -> EdgeWords.spoken(p.flow(), p.mark());
            case EdgePlan.OfLink p ->
                    "Link from %s to %s".formatted(p.link().from(), p.link().to());
        };
    }

    /// Containers and nodes of a drawing.
    record Boxes(List<Item.Container> containers, List<Item.Node> nodes) {}
}
