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
    private static final double HEADER_HEIGHT = 26;
    private static final double HEADER_INSET = 8;

    private final PictureInput input;
    private final Palette palette;
    private final Nesting nesting;
    private final Map<ElementId, Area> areas;
    private final List<Area> boxes;
    private final List<Item.Container> containers;

    EdgeScene(
            PictureInput input,
            Nesting nesting,
            Map<ElementId, Area> areas,
            Boxes drawn,
            Palette palette) {
        this.input = input;
        this.palette = palette;
        this.nesting = nesting;
        this.areas = areas;
        this.containers = drawn.containers();
        this.boxes = drawn.nodes().stream().map(Item.Node::area).toList();
    }

    List<Item.Edge> draw() {
        List<EdgePlan> plans = plans();
        List<List<Route>> ways = route(plans);
        List<Drawn> drawn = new ArrayList<>();
        for (int i = 0; i < plans.size(); i++) {
            drawn.add(sketch(plans.get(i), ways.get(i)));
        }
        label(drawn);
        Crossings.of(drawn.stream().map(d -> d.legs).toList(), containers, palette)
                .forEach((i, gaps) -> drawn.get(i).under.addAll(0, gaps));
        return drawn.stream().map(this::item).toList();
    }

    private List<EdgePlan> plans() {
        Stream<EdgePlan> flows =
                input.design().flows().values().stream()
                        .map(f -> EdgePlan.of(f, input.markOf(f), areas));
        Stream<EdgePlan> links =
                input.design().links().values().stream().map(l -> EdgePlan.of(l, areas));
        return Stream.concat(links, flows).filter(p -> p.stations().size() > 1).toList();
    }

    private List<List<Route>> route(List<EdgePlan> plans) {
        List<Router.Trip> trips = new ArrayList<>();
        for (EdgePlan plan : plans) {
            for (int i = 1; i < plan.stations().size(); i++) {
                trips.add(new Router.Trip(area(plan, i - 1), area(plan, i)));
            }
        }
        List<Route> routes = new Router(surface()).routes(trips);
        List<List<Route>> ways = new ArrayList<>();
        int next = 0;
        for (EdgePlan plan : plans) {
            int end = next + plan.stations().size() - 1;
            ways.add(List.copyOf(routes.subList(next, end)));
            next = end;
        }
        return ways;
    }

    private Surface surface() {
        return new Surface(
                boxes, headers(), containers.stream().map(Item.Container::area).toList());
    }

    /// The writing in the headers of containers.
    private List<Area> headers() {
        return containers.stream().map(EdgeScene::header).toList();
    }

    private static Area header(Item.Container container) {
        Bounds text = new Bounds();
        Point corner = container.area().corner().plus(HEADER_INSET, HEADER_INSET / 2);
        text.add(new Area(corner.x(), corner.y(), 1, HEADER_HEIGHT));
        for (Op op : container.ops()) {
            if (op instanceof Op.Words w) {
                double wide = TextMeasure.width(w.text(), w.type());
                text.add(new Area(w.at().x(), corner.y(), wide + HEADER_INSET, HEADER_HEIGHT));
            }
        }
        return text.area();
    }

    private Area area(EdgePlan plan, int station) {
        return areas.getOrDefault(plan.stations().get(station), Area.NOWHERE);
    }

    /// An edge while it is being drawn.
    private static final class Drawn {
        final EdgePlan plan;
        final List<Route> legs;
        final List<Op> under = new ArrayList<>();
        final List<Op> over = new ArrayList<>();
        Optional<Area> label = Optional.empty();

        Drawn(EdgePlan plan, List<Route> legs) {
            this.plan = plan;
            this.legs = legs;
        }
    }

    private Drawn sketch(EdgePlan plan, List<Route> legs) {
        Drawn drawn = new Drawn(plan, legs);
        switch (plan) {
            case EdgePlan.OfFlow flow -> {
                EdgeSketch sketch = new EdgeSketch(flow, legs, palette);
                sketch.draw((a, b) -> a.equals(b) || nesting.isInside(a, b));
                drawn.under.addAll(sketch.under());
                drawn.over.addAll(sketch.over());
            }
            case EdgePlan.OfLink _ ->
                    legs.forEach(leg -> drawn.under.add(new Op.Line(leg, linkPen())));
        }
        return drawn;
    }

    private Pen linkPen() {
        return Pen.solid(palette.of(Ink.FAINT), LINK_WIDTH);
    }

    private void label(List<Drawn> edges) {
        List<Area> solid = new ArrayList<>(boxes);
        solid.addAll(headers());
        List<Segment> lines = new ArrayList<>();
        edges.forEach(e -> e.legs.forEach(leg -> lines.addAll(leg.segments())));
        LabelPlacer placer = new LabelPlacer(solid, lines);
        input.problems().forEach((id, n) -> keepFree(placer, id, n));
        for (Drawn edge : edges) {
            for (Op op : edge.over) {
                if (op instanceof Op.Disc d) {
                    placer.keepFree(Area.around(d.centre(), 2 * d.radius(), 2 * d.radius()));
                }
            }
        }
        edges.forEach(e -> label(e, placer));
    }

    private void keepFree(LabelPlacer placer, ElementId id, int problems) {
        if (problems > 0 && areas.containsKey(id)) {
            placer.keepFree(Badge.area(problems, areas.getOrDefault(id, Area.NOWHERE)));
        }
    }

    private void label(Drawn edge, LabelPlacer placer) {
        if (edge.plan instanceof EdgePlan.OfFlow plan) {
            String text = EdgeWords.label(plan.flow(), plan.mark().kind());
            edge.label = placer.place(LabelPlacer.width(text), edge.legs);
            int colour = style(plan).colour();
            edge.label.ifPresent(a -> edge.over.addAll(LabelPlacer.pill(a, text, colour, palette)));
        }
    }

    private EdgeStyle style(EdgePlan.OfFlow plan) {
        return EdgeStyle.of(plan.mark().kind(), plan.flow().intent(), palette);
    }

    private Item.Edge item(Drawn edge) {
        Bounds bounds = new Bounds();
        edge.legs.forEach(leg -> bounds.add(leg.bounds().grownBy(EdgeSketch.DISC)));
        edge.label.ifPresent(bounds::add);
        List<ElementId> stations = edge.plan.stations();
        return new Item.Edge(
                id(edge.plan),
                stations.getFirst(),
                stations.getLast(),
                edge.legs,
                pen(edge.plan),
                edge.label,
                bounds.area(),
                edge.under,
                edge.over,
                spoken(edge.plan));
    }

    private static EdgeId id(EdgePlan plan) {
        return switch (plan) {
            case EdgePlan.OfFlow p -> new EdgeId.OfFlow(p.flow().id());
            case EdgePlan.OfLink p -> new EdgeId.OfLink(p.link().id());
        };
    }

    private Pen pen(EdgePlan plan) {
        return switch (plan) {
            case EdgePlan.OfFlow p -> style(p).pen();
            case EdgePlan.OfLink _ -> linkPen();
        };
    }

    private String spoken(EdgePlan plan) {
        return switch (plan) {
            case EdgePlan.OfFlow p -> EdgeWords.spoken(p.flow(), p.mark());
            case EdgePlan.OfLink p ->
                    "Link from %s to %s".formatted(p.link().from(), p.link().to());
        };
    }

    /// Containers and nodes of a drawing.
    record Boxes(List<Item.Container> containers, List<Item.Node> nodes) {}
}
