package io.portolan.app.layout;

import io.portolan.model.design.Design;
import io.portolan.model.design.Element;
import io.portolan.model.design.ElementId;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What is inside of what, as drawn: an element whose parent is missing, or that would be inside of
/// itself, is drawn on the canvas.
final class Hierarchy {
    private static final List<Element> NOBODY = List.of();

    private final Design design;
    private final Map<ElementId, ElementId> parents = new HashMap<>();
    private final Map<ElementId, List<Element>> children = new HashMap<>();
    private final List<Element> roots = new ArrayList<>();

    Hierarchy(Design design) {
        this.design = design;
        design.elements().values().forEach(this::add);
    }

    private void add(Element element) {
        Optional<ElementId> parent = element.parent().filter(p -> !onCycle(element));
        parent.filter(design.elements()::containsKey)
                .ifPresentOrElse(p -> addBelow(p, element), () -> roots.add(element));
    }

    private void addBelow(ElementId parent, Element element) {
        parents.put(element.id(), parent);
        children.computeIfAbsent(parent, p -> new ArrayList<>()).add(element);
    }

    private boolean onCycle(Element element) {
        Set<ElementId> seen = new HashSet<>();
        Optional<ElementId> next = element.parent();
        while (next.isPresent() && seen.add(next.get())) {
            if (next.get().equals(element.id())) {
                return true;
            }
            next = next.flatMap(design::find).flatMap(Element::parent);
        }
        return false;
    }

    List<Element> roots() {
        return roots;
    }

    List<Element> children(ElementId id) {
        return children.getOrDefault(id, NOBODY);
    }

    Optional<ElementId> parent(ElementId id) {
        return Optional.ofNullable(parents.get(id));
    }

    /// The elements that hold something or are made to.
    boolean isContainer(Element element) {
        return Measures.isContainer(element) || !children(element.id()).isEmpty();
    }

    /// From the outermost container down to the element itself.
    List<ElementId> path(ElementId id) {
        List<ElementId> path = new ArrayList<>();
        for (Optional<ElementId> at = Optional.of(id);
                at.isPresent();
                at = at.flatMap(this::parent)) {
            path.addFirst(at.get());
        }
        return path;
    }

    /// Everything inside of an element, and itself.
    List<Element> subtree(Element top) {
        List<Element> all = new ArrayList<>(List.of(top));
        for (int i = 0; i < all.size(); i++) {
            all.addAll(children(all.get(i).id()));
        }
        return all;
    }
}
