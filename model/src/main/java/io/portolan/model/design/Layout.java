package io.portolan.model.design;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.TreeMap;

/// Positions and saved views, kept apart from the design so that moving a box is no change of it.
/// May hold boxes of elements that no longer exist: a rename or an undo brings them back.
public record Layout(SequencedMap<ElementId, Box> boxes, List<View> views) {
    public static final Layout EMPTY = new Layout(new LinkedHashMap<>());

    public Layout {
        boxes = Collections.unmodifiableSequencedMap(new TreeMap<>(boxes));
        views = List.copyOf(views);
    }

    /// Positions without views.
    public Layout(SequencedMap<ElementId, Box> boxes) {
        this(boxes, List.of());
    }

    public Optional<Box> find(ElementId id) {
        return Optional.ofNullable(boxes.get(id));
    }

    public Layout with(Map<ElementId, Box> moved) {
        TreeMap<ElementId, Box> all = new TreeMap<>(boxes);
        all.putAll(moved);
        return new Layout(all, views);
    }

    public Layout withViews(List<View> other) {
        return new Layout(boxes, other);
    }
}
