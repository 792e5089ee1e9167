package io.portolan.app.ui.canvas;

import io.portolan.app.layout.Measures;
import io.portolan.app.picture.Area;
import io.portolan.app.picture.Containment;
import io.portolan.app.picture.Item;
import io.portolan.app.picture.Point;
import io.portolan.model.change.Change;
import io.portolan.model.design.Box;
import io.portolan.model.design.Design;
import io.portolan.model.design.Element;
import io.portolan.model.design.ElementId;
import io.portolan.model.design.Enforcer;
import io.portolan.model.design.Kinds;
import io.portolan.model.design.Link;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.SequencedSet;

/// The changes that gestures make: one for each gesture.
final class Edits {
    private final CanvasViewModel model;

    Edits(CanvasViewModel model) {
        this.model = model;
    }

    /// The elements with everything inside them, outer ones first.
    SequencedSet<ElementId> withContents(Collection<ElementId> ids) {
        SequencedSet<ElementId> all = new LinkedHashSet<>();
        for (ElementId id : model.displayList().byId().keySet()) {
            if (ids.contains(id) || model.around(id).stream().anyMatch(ids::contains)) {
                all.add(id);
            }
        }
        return all;
    }

    /// Those that are not inside another one of them.
    List<ElementId> outermost(Collection<ElementId> ids) {
        return ids.stream()
                .filter(id -> model.around(id).stream().noneMatch(ids::contains))
                .toList();
    }

    /// Moves elements with their contents, and into the container under the pointer if they may.
    Change move(Collection<ElementId> ids, double dx, double dy, Optional<ElementId> into) {
        SequencedMap<ElementId, Box> boxes = frozen();
        for (ElementId id : withContents(ids)) {
            areaOf(id)
                    .map(a -> a.movedBy(snapped(dx), snapped(dy)).toBox())
                    .ifPresent(b -> boxes.put(id, b));
        }
        List<Change> changes = new ArrayList<>();
        for (ElementId id : outermost(ids)) {
            reparented(id, into).ifPresent(changes::add);
        }
        changes.add(new Change.Move("move " + named(ids), boxes));
        return changes.size() == 1
                ? changes.getFirst()
                : new Change.All("move " + named(ids), changes);
    }

    /// Whether all of them may sit there.
    boolean maySit(Collection<ElementId> ids, Optional<ElementId> into) {
        return outermost(ids).stream().allMatch(id -> maySit(id, into));
    }

    private boolean maySit(ElementId id, Optional<ElementId> into) {
        Optional<Element> element = model.design().find(id);
        return element.isPresent()
                && (element.get().parent().equals(into)
                        || Containment.allows(kindOf(into), element.get().getClass()));
    }

    private Optional<Change> reparented(ElementId id, Optional<ElementId> into) {
        return model.design()
                .find(id)
                .filter(e -> !e.parent().equals(into) && maySit(id, into))
                .map(e -> new Change.Put("move " + e.label(), Records.with(e, "parent", into)));
    }

    /// A new element at a point, in the innermost container there that may hold it; none if nothing
    /// there may.
    Optional<Placed> place(Class<? extends Element> kind, Point at) {
        Optional<ElementId> parent =
                model.containersAt(at).stream()
                        .filter(id -> Containment.allows(kindOf(Optional.of(id)), kind))
                        .findFirst();
        if (!Containment.allows(kindOf(parent), kind)) {
            return Optional.empty();
        }
        Element element = NewElements.of(kind, model.design(), parent);
        SequencedMap<ElementId, Box> boxes = frozen();
        boxes.put(element.id(), boxFor(kind, at));
        String label = "add " + Kinds.titleOf(kind).toLowerCase(Locale.ROOT);
        Change change =
                new Change.All(
                        label,
                        List.of(new Change.Put(label, element), new Change.Move(label, boxes)));
        return Optional.of(new Placed(element.id(), change));
    }

    /// A new element and the change that brings it.
    record Placed(ElementId id, Change change) {}

    private static Box boxFor(Class<? extends Element> kind, Point at) {
        boolean holds = Containment.isContainer(kind);
        double width = holds ? Measures.EMPTY_WIDTH : Measures.NODE_WIDTH;
        double height = holds ? Measures.EMPTY_HEIGHT : Measures.NODE_HEIGHT;
        return new Area(snapped(at.x() - width / 2), snapped(at.y() - height / 2), width, height)
                .toBox();
    }

    /// Another name. A fresh element gets its id from it too: nothing refers to it yet.
    Optional<Change> rename(ElementId id, String label, Optional<ElementId> freshId) {
        Design design = model.design();
        Optional<Element> found = design.find(id).filter(e -> !label.isBlank());
        if (found.isEmpty() || found.get().label().equals(label)) {
            return Optional.empty();
        }
        Element named = Records.with(found.get(), "label", label.strip());
        String words = "rename " + found.get().label() + " to " + label.strip();
        if (freshId.isEmpty()) {
            return Optional.of(new Change.Put(words, named));
        }
        Element renewed = Records.with(named, "id", freshId.get());
        SequencedMap<ElementId, Box> box = new LinkedHashMap<>();
        design.layout().find(id).ifPresent(b -> box.put(freshId.get(), b));
        return Optional.of(
                new Change.All(
                        words,
                        List.of(
                                new Change.Remove(words, List.of(id)),
                                new Change.Put(words, renewed),
                                new Change.Move(words, box))));
    }

    /// A cable between two elements, one of them a device; none where they are linked already or
    /// one holds the other.
    Optional<Change> link(ElementId from, ElementId to) {
        Design design = model.design();
        boolean legal =
                !from.equals(to)
                        && (design.find(from, Enforcer.class).isPresent()
                                || design.find(to, Enforcer.class).isPresent())
                        && !model.around(from).contains(to)
                        && !model.around(to).contains(from)
                        && design.links().values().stream().noneMatch(l -> joins(l, from, to));
        if (!legal) {
            return Optional.empty();
        }
        String label = "link %s to %s".formatted(named(List.of(from)), named(List.of(to)));
        return Optional.of(new Cable(design, label).between(linkId(from, to), from, to));
    }

    private static boolean joins(Link link, ElementId a, ElementId b) {
        return List.of(link.from(), link.to()).equals(List.of(a, b))
                || List.of(link.from(), link.to()).equals(List.of(b, a));
    }

    private String linkId(ElementId from, ElementId to) {
        String wanted = lastPart(from) + "-" + lastPart(to);
        String id = wanted;
        for (int i = 2; model.design().links().containsKey(id); i++) {
            id = wanted + "-" + i;
        }
        return id;
    }

    private static String lastPart(ElementId id) {
        return id.value().substring(id.value().lastIndexOf('/') + 1);
    }

    /// Takes elements away with their contents and the lines that end there.
    Change delete(Collection<ElementId> ids) {
        SequencedSet<ElementId> all = withContents(ids);
        String label = "delete " + named(ids);
        List<Change> changes = new ArrayList<>();
        Design design = model.design();
        design.flows().values().stream()
                .filter(f -> all.contains(f.from()) || all.contains(f.to()))
                .forEach(f -> changes.add(new Change.RemoveFlow(label, f.id())));
        design.links().values().stream()
                .filter(l -> all.contains(l.from()) || all.contains(l.to()))
                .forEach(l -> changes.add(new Change.RemoveLink(label, l.id())));
        changes.add(new Change.Remove(label, List.copyOf(all)));
        return new Change.All(label, changes);
    }

    /// Boxes of everything that was placed by itself: it shall stay where it is seen.
    private SequencedMap<ElementId, Box> frozen() {
        SequencedMap<ElementId, Box> boxes = new LinkedHashMap<>();
        Map<ElementId, Box> fixed = model.design().layout().boxes();
        model.displayList()
                .byId()
                .forEach((id, item) -> {
                    if (!fixed.containsKey(id)) {
                        boxes.put(id, item.bounds().toBox());
                    }
                });
        return boxes;
    }

    private Optional<Area> areaOf(ElementId id) {
        return model.displayList().find(id).map(Item::bounds);
    }

    private Optional<Class<? extends Element>> kindOf(Optional<ElementId> id) {
        return id.flatMap(model.design()::find).map(Element::getClass);
    }

    private String named(Collection<ElementId> ids) {
        return ids.size() == 1
                ? model.design().find(ids.iterator().next()).map(Element::label).orElse("element")
                : ids.size() + " elements";
    }

    private static double snapped(double value) {
        double half = Measures.GRID / 2.0;
        return Math.round(value / half) * half;
    }
}
