package io.portolan.app.picture;

import io.portolan.model.design.ElementId;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;

/// Everything on a drawing in the order it is painted: containers from the outside in, then the
/// ways of edges, nodes, and what edges have above nodes.
public record DisplayList(
        List<Item.Container> containers,
        List<Item.Edge> edges,
        List<Item.Node> nodes,
        SequencedMap<ElementId, Item> byId,
        Area bounds) {
    public static final DisplayList EMPTY = of(List.of(), List.of(), List.of());

    /// A display list of these items.
    public static DisplayList of(
            List<Item.Container> containers, List<Item.Edge> edges, List<Item.Node> nodes) {
        SequencedMap<ElementId, Item> byId = new LinkedHashMap<>();
        containers.forEach(c -> byId.put(c.id(), c));
        nodes.forEach(n -> byId.put(n.id(), n));
        return new DisplayList(
                List.copyOf(containers),
                List.copyOf(edges),
                List.copyOf(nodes),
                Collections.unmodifiableSequencedMap(byId),
                boundsOf(containers, edges, nodes));
    }

    /// What is drawn for an element.
    public Optional<Item> find(ElementId id) {
        return Optional.ofNullable(byId.get(id));
    }

    public Optional<Item.Edge> find(EdgeId id) {
        return edges.stream().filter(e -> e.id().equals(id)).findFirst();
    }

    private static Area boundsOf(
            List<Item.Container> containers, List<Item.Edge> edges, List<Item.Node> nodes) {
        Bounds bounds = new Bounds();
        containers.forEach(c -> bounds.add(c.area()));
        edges.forEach(e -> bounds.add(e.bounds()));
        nodes.forEach(n -> bounds.add(n.area()));
        return bounds.area();
    }
}
