package io.portolan.app.layout;

import io.portolan.model.design.Box;
import io.portolan.model.design.ElementId;

import java.util.LinkedHashMap;
import java.util.SequencedMap;

/// Places of some tiles beside each other, beginning at (0, 0) and never overlapping.
record Arrangement(SequencedMap<ElementId, Box> boxes) {
    int width() {
        return boxes.values().stream().mapToInt(b -> b.x() + b.width()).max().orElse(0);
    }

    int height() {
        return boxes.values().stream().mapToInt(b -> b.y() + b.height()).max().orElse(0);
    }

    /// This with another below.
    Arrangement above(Arrangement other) {
        int top = Measures.onGrid(height() + Measures.GAP);
        SequencedMap<ElementId, Box> all = new LinkedHashMap<>(boxes);
        other.boxes.forEach((id, box) -> all.put(id, box.movedBy(0, top)));
        return new Arrangement(all);
    }
}
