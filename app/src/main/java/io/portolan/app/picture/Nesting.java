package io.portolan.app.picture;

import io.portolan.model.design.Design;
import io.portolan.model.design.Element;
import io.portolan.model.design.ElementId;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Which element is drawn inside of which. A parent that is missing, that cannot hold anything or
/// that closes a circle is passed over, so that every element is drawn exactly once.
final class Nesting {
    private final Map<ElementId, ElementId> parents = new LinkedHashMap<>();
    private final Map<ElementId, List<Element>> children = new LinkedHashMap<>();
    private final List<Element> roots = new ArrayList<>();

    Nesting(Design design) {
        design.elements().values().forEach(e -> findParent(design, e).ifPresent(p -> put(e, p)));
        Collection<Element> all = design.elements().values();
        all.stream().filter(e -> !parents.containsKey(e.id())).forEach(roots::add);
    }

    List<Element> roots() {
        return roots;
    }

    List<Element> children(ElementId id) {
        return children.getOrDefault(id, List.of());
    }

    Optional<ElementId> parent(ElementId id) {
        return Optional.ofNullable(parents.get(id));
    }

    /// The containers around an element, innermost first.
    List<ElementId> around(ElementId id) {
        List<ElementId> chain = new ArrayList<>();
        for (ElementId at = parents.get(id); at != null; at = parents.get(at)) {
            chain.add(at);
        }
        return chain;
    }

    boolean isInside(ElementId id, ElementId container) {
        return around(id).contains(container);
    }

    private void put(Element element, ElementId parent) {
        parents.put(element.id(), parent);
        children.computeIfAbsent(parent, _ -> new ArrayList<>()).add(element);
    }

    private static Optional<ElementId> findParent(Design design, Element element) {
        if (element.parent().isEmpty() || closesCircle(design, element)) {
            return Optional.empty();
        }
        return design.ancestors(element.id()).stream()
                .filter(e -> Containment.isContainer(e.getClass()))
                .map(Element::id)
                .findFirst();
    }

    private static boolean closesCircle(Design design, Element element) {
        List<Element> up = design.ancestors(element.id());
        Optional<ElementId> top = up.isEmpty() ? element.parent() : up.getLast().parent();
        return top.flatMap(design::find).isPresent();
    }
}
