package io.portolan.app.layout;

import io.portolan.model.design.Box;
import io.portolan.model.design.Design;
import io.portolan.model.design.Element;
import io.portolan.model.design.ElementId;
import io.portolan.model.design.Layout;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// Finds room for the new elements of a design among those that have a place. A new container comes
/// with everything inside; what was placed stays where it is.
final class NewPlaces {
    private static final Box NOWHERE = new Box(0, 0, 0, 0);

    private final Design design;
    private final LayoutProgress progress;
    private final Hierarchy hierarchy;
    private final List<Connection> connections;
    private final Map<ElementId, Box> boxes;

    NewPlaces(Design design, LayoutProgress progress) {
        this.design = design;
        this.progress = progress;
        this.hierarchy = new Hierarchy(design);
        this.connections = Connections.of(design, hierarchy);
        this.boxes = new HashMap<>(design.layout().boxes());
    }

    Layout all() {
        List<Element> lost =
                design.elements().values().stream().filter(this::topOfTheUnplaced).toList();
        for (Element element : lost) {
            Elk.stopIfCancelled(progress);
            place(element);
        }
        return new Layout(Layout.EMPTY.with(boxes).boxes());
    }

    /// Not placed, and drawn in something that is.
    private boolean topOfTheUnplaced(Element element) {
        return !boxes.containsKey(element.id())
                && hierarchy.parent(element.id()).map(boxes::containsKey).orElse(true);
    }

    private void place(Element element) {
        Map<ElementId, Box> unit =
                new NestedLayout(hierarchy, connections, progress).alone(element);
        Box size = unit.getOrDefault(element.id(), new Box(0, 0, 0, 0));
        Optional<ElementId> parent = hierarchy.parent(element.id());
        FreeSpot free = new FreeSpot(size, siblings(element.id()), near(element));
        Box spot = parent.map(p -> spotIn(p, free)).orElseGet(() -> spotOnCanvas(free));
        unit.forEach((id, box) -> boxes.putIfAbsent(id, box.movedBy(spot.x(), spot.y())));
        parent.ifPresent(p -> growAround(p, spot));
    }

    private Box spotOnCanvas(FreeSpot free) {
        return free.around(FreeSpot.union(rootBoxes())).getFirst();
    }

    private Stream<Box> rootBoxes() {
        return hierarchy.roots().stream()
                .flatMap(e -> Optional.ofNullable(boxes.get(e.id())).stream());
    }

    /// Inside if there is room; else where the containers can grow without touching anything; else
    /// where they grow least.
    private Box spotIn(ElementId parent, FreeSpot free) {
        Box room = Inset.of(boxes.getOrDefault(parent, NOWHERE));
        List<Box> outside = free.around(room);
        return free.inside(room).stream()
                .findFirst()
                .or(() -> outside.stream().filter(p -> canGrow(parent, p)).findFirst())
                .orElseGet(outside::getFirst);
    }

    private boolean canGrow(ElementId container, Box content) {
        Box old = boxes.getOrDefault(container, NOWHERE);
        Box grown = Inset.around(old, content);
        if (grown.equals(old)) {
            return true;
        }
        boolean clear =
                siblings(container).stream()
                        .noneMatch(s -> FreeSpot.touch(grown, s, Measures.GRID));
        return clear && hierarchy.parent(container).map(p -> canGrow(p, grown)).orElse(true);
    }

    private List<Box> siblings(ElementId id) {
        List<Element> all = hierarchy.parent(id).map(hierarchy::children).orElse(hierarchy.roots());
        return all.stream()
                .map(Element::id)
                .filter(other -> !other.equals(id))
                .flatMap(other -> Optional.ofNullable(boxes.get(other)).stream())
                .toList();
    }

    /// The places of what an element, or something inside of it, is connected to.
    private List<Box> near(Element element) {
        List<ElementId> own = hierarchy.subtree(element).stream().map(Element::id).toList();
        List<Box> near = new ArrayList<>();
        for (Connection c : connections) {
            if (own.contains(c.from())) {
                Optional.ofNullable(boxes.get(c.to())).ifPresent(near::add);
            } else if (own.contains(c.to())) {
                Optional.ofNullable(boxes.get(c.from())).ifPresent(near::add);
            }
        }
        return near;
    }

    private void growAround(ElementId container, Box content) {
        Box old = boxes.get(container);
        if (old == null) {
            return;
        }
        Box grown = Inset.around(old, content);
        if (!grown.equals(old)) {
            boxes.put(container, grown);
            hierarchy.parent(container).ifPresent(p -> growAround(p, grown));
        }
    }
}
