package io.portolan.model.design;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.TreeMap;

/// Positions, kept apart from the design so that moving a box is no change of it. May hold boxes of
/// elements that no longer exist: a rename or an undo brings them back.
public record Layout(SequencedMap<ElementId, Box> boxes) {
    public static final Layout EMPTY = new Layout(new LinkedHashMap<>());

    public Layout {
        boxes = Collections.unmodifiableSequencedMap(new TreeMap<>(boxes));
    }

    public Optional<Box> find(ElementId id) {
        return Optional.ofNullable(boxes.get(id));
    }

    public Layout with(Map<ElementId, Box> moved) {
        TreeMap<ElementId, Box> all = new TreeMap<>(boxes);
        all.putAll(moved);
        return new Layout(all);
    }
}
