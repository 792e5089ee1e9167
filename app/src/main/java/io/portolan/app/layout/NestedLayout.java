package io.portolan.app.layout;

import io.portolan.model.design.Box;
import io.portolan.model.design.Element;
import io.portolan.model.design.ElementId;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.stream.Collectors;

/// Lays out container by container from the inside to the outside: what one holds is arranged along
/// its connections, or on shelves where there are none or too many elements. So it takes time in
/// proportion to the size, and a large design does not become a ribbon that nobody can read.
final class NestedLayout {
    /// More than this in one container is arranged on shelves.
    private static final int MOST_IN_LAYERS = 80;

    private final Hierarchy hierarchy;
    private final Map<Optional<ElementId>, Set<Connection>> connections;
    private final LayoutProgress progress;
    private final Map<ElementId, Arrangement> inside = new HashMap<>();
    private final SequencedMap<ElementId, Box> boxes = new LinkedHashMap<>();
    private final int containers;

    NestedLayout(Hierarchy hierarchy, List<Connection> connections, LayoutProgress progress) {
        this.hierarchy = hierarchy;
        this.connections = Connections.lifted(connections, hierarchy);
        this.progress = progress;
        this.containers =
                (int)
                        hierarchy.roots().stream()
                                .flatMap(r -> hierarchy.subtree(r).stream())
                                .filter(hierarchy::isContainer)
                                .count();
    }

    /// Everything, beginning at (0, 0).
    SequencedMap<ElementId, Box> all() {
        Arrangement top = arrange(Optional.empty(), hierarchy.roots());
        hierarchy.roots().forEach(e -> place(e, top, 0, 0));
        return boxes;
    }

    /// One element with everything inside, at (0, 0).
    SequencedMap<ElementId, Box> alone(Element element) {
        Tile tile = tile(element);
        Box box = new Box(0, 0, tile.width(), tile.height());
        boxes.put(element.id(), box);
        placeChildren(element, box);
        return boxes;
    }

    private Tile tile(Element element) {
        if (!hierarchy.isContainer(element)) {
            return new Tile(
                    element.id(), Measures.nodeWidth(element.label()), Measures.NODE_HEIGHT);
        }
        Arrangement content = arrange(Optional.of(element.id()), hierarchy.children(element.id()));
        inside.put(element.id(), content);
        progress.done((double) inside.size() / containers);
        int wide = content.width() + 2 * Measures.PADDING;
        int high = Inset.TOP + content.height() + Measures.PADDING;
        return new Tile(
                element.id(),
                Measures.onGrid(Math.max(wide, Measures.containerWidth(element))),
                Measures.onGrid(Math.max(high, Measures.EMPTY_HEIGHT)));
    }

    private Arrangement arrange(Optional<ElementId> container, List<Element> children) {
        List<Tile> tiles = new ArrayList<>();
        children.forEach(c -> tiles.add(tile(c)));
        Elk.stopIfCancelled(progress);
        Set<Connection> lines = connections.getOrDefault(container, Set.of());
        return lines.isEmpty() || tiles.size() > MOST_IN_LAYERS
                ? ShelfArranger.arrange(tiles)
                : layers(tiles, lines, container.isEmpty());
    }

    /// What is connected in layers, the rest on shelves below.
    private Arrangement layers(List<Tile> tiles, Set<Connection> lines, boolean canvas) {
        Set<ElementId> connected = new HashSet<>();
        lines.forEach(c -> connected.addAll(List.of(c.from(), c.to())));
        Map<Boolean, List<Tile>> parts =
                tiles.stream().collect(Collectors.partitioningBy(t -> connected.contains(t.id())));
        List<Tile> flowing = parts.getOrDefault(true, List.of());
        Arrangement layers =
                canvas
                        ? LayerArranger.rightwards(flowing, lines, progress)
                        : LayerArranger.compact(flowing, lines, progress);
        Arrangement rest =
                ShelfArranger.arrange(parts.getOrDefault(false, List.of()), layers.width());
        return layers.above(rest);
    }

    private void place(Element element, Arrangement arrangement, int left, int top) {
        Box relative = arrangement.boxes().get(element.id());
        if (relative != null) {
            Box box = relative.movedBy(left, top);
            boxes.put(element.id(), box);
            placeChildren(element, box);
        }
    }

    private void placeChildren(Element element, Box box) {
        Arrangement content = inside.get(element.id());
        if (content != null) {
            int left = box.x() + Measures.PADDING;
            int top = box.y() + Inset.TOP;
            hierarchy.children(element.id()).forEach(c -> place(c, content, left, top));
        }
    }
}
