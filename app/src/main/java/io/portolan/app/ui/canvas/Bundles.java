package io.portolan.app.ui.canvas;

import io.portolan.app.picture.Area;
import io.portolan.app.picture.DisplayList;
import io.portolan.app.picture.Ink;
import io.portolan.app.picture.Item;
import io.portolan.app.picture.Op;
import io.portolan.app.picture.Palette;
import io.portolan.app.picture.Pen;
import io.portolan.app.picture.Point;
import io.portolan.model.design.ElementId;

import javafx.scene.paint.Color;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/// Lines between containers seen from afar: all lines between two containers are one.
final class Bundles {
    private Bundles() {}

    /// A line from the middle of one box to that of another, standing for `count` lines; its colour
    /// is that of most of them. `alarm` is the colour of the worst if that is no good news, else 0.
    record Bundle(Point from, Point to, int colour, int alarm, int count) {
        private static final double THICKEST = 5;
        private static final double ALARM = 4;

        void draw(Pencil pencil, Viewport view) {
            Point a = view.toScreen(from);
            Point b = view.toScreen(to);
            double w = Math.min(THICKEST, 1 + Math.log10(count));
            Color of = Colours.of(colour);
            pencil.fillRect(Math.min(a.x(), b.x()), a.y() - w / 2, Math.abs(a.x() - b.x()), w, of);
            pencil.fillRect(b.x() - w / 2, Math.min(a.y(), b.y()), w, Math.abs(a.y() - b.y()), of);
            if (alarm != 0) {
                double r = ALARM / view.zoom();
                Area dot = Area.around(new Point(to.x(), from.y()), 2 * r, 2 * r);
                pencil.draw(new Op.Block(dot, r, alarm, Pen.NONE));
            }
        }
    }

    /// An end inside a box that is seen is drawn at the middle of that.
    static List<Bundle> of(DisplayList list, Palette palette, Predicate<Item.Container> isSeen) {
        Map<ElementId, Item> seenFor = seenFor(list, isSeen);
        Map<List<ElementId>, List<Item.Edge>> groups = new LinkedHashMap<>();
        for (Item.Edge edge : list.edges()) {
            Optional<ElementId> from = standIn(seenFor, edge.from());
            Optional<ElementId> to = standIn(seenFor, edge.to());
            if (from.isPresent() && to.isPresent() && !from.equals(to)) {
                boolean swap = from.get().compareTo(to.get()) > 0;
                List<ElementId> pair =
                        swap ? List.of(to.get(), from.get()) : List.of(from.get(), to.get());
                groups.computeIfAbsent(pair, _ -> new ArrayList<>()).add(edge);
            }
        }
        List<Bundle> bundles = new ArrayList<>();
        groups.forEach((pair, edges) -> bundle(list, pair, edges, palette).ifPresent(bundles::add));
        return List.copyOf(bundles);
    }

    private static Optional<Bundle> bundle(
            DisplayList list, List<ElementId> pair, List<Item.Edge> edges, Palette palette) {
        Optional<Item> from = list.find(pair.getFirst());
        Optional<Item> to = list.find(pair.getLast());
        return from.isEmpty() || to.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new Bundle(
                                from.get().bounds().centre(),
                                to.get().bounds().centre(),
                                mostly(edges),
                                alarm(edges, palette),
                                edges.size()));
    }

    private static int alarm(List<Item.Edge> edges, Palette palette) {
        for (Ink bad : List.of(Ink.DENY, Ink.UNDEFINED)) {
            int colour = palette.of(bad);
            if (edges.stream().anyMatch(e -> e.pen().colour() == colour)) {
                return colour;
            }
        }
        return 0;
    }

    private static int mostly(List<Item.Edge> edges) {
        Map<Integer, Integer> votes = new LinkedHashMap<>();
        edges.forEach(e -> votes.merge(e.pen().colour(), 1, Integer::sum));
        return votes.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .orElse(0);
    }

    private static Optional<ElementId> standIn(Map<ElementId, Item> seenFor, ElementId id) {
        return Optional.ofNullable(seenFor.get(id)).flatMap(CanvasViewModel::idOf);
    }

    /// For every element the innermost seen container around it, or itself.
    private static Map<ElementId, Item> seenFor(
            DisplayList list, Predicate<Item.Container> isSeen) {
        Map<ElementId, Item> found = new HashMap<>();
        List<Item.Container> seen = list.containers().stream().filter(isSeen).toList();
        for (Item.Node node : list.nodes()) {
            Item best = node.parent().map(found::get).orElse(null);
            Item shown = best == null && node.parent().isPresent() ? around(seen, node) : best;
            found.put(node.id(), shown == null ? node : shown);
            node.parent().ifPresent(p -> found.putIfAbsent(p, found.get(node.id())));
        }
        for (Item.Container c : list.containers()) {
            found.put(c.id(), isSeen.test(c) ? c : around(seen, c));
        }
        return found;
    }

    private static Item around(List<Item.Container> seen, Item item) {
        Item best = item;
        for (Item.Container c : seen) {
            best = c.area().contains(item.bounds()) ? c : best;
        }
        return best;
    }
}
