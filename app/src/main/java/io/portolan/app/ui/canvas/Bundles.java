package io.portolan.app.ui.canvas;

import io.portolan.app.picture.DisplayList;
import io.portolan.app.picture.Item;
import io.portolan.app.picture.Point;
import io.portolan.model.design.ElementId;

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
    /// is that of most of them.
    record Bundle(Point from, Point to, int colour, int count) {}

    /// `standIns` are the boxes that are seen; an end inside one of them is drawn at its middle.
    static List<Bundle> of(DisplayList list, Predicate<Item.Container> isSeen) {
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
        groups.forEach((pair, edges) -> bundle(list, pair, edges).ifPresent(bundles::add));
        return List.copyOf(bundles);
    }

    private static Optional<Bundle> bundle(
            DisplayList list, List<ElementId> pair, List<Item.Edge> edges) {
        Optional<Item> from = list.find(pair.getFirst());
        Optional<Item> to = list.find(pair.getLast());
        return from.isEmpty() || to.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new Bundle(
                                from.get().bounds().centre(),
                                to.get().bounds().centre(),
                                mostly(edges),
                                edges.size()));
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
