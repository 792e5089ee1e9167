package io.portolan.app.picture;

import java.util.Optional;

/// The lines of the last drawing: their ways, what was drawn along them, the places of their labels
/// and the finished lines.
record EdgeMemory(
        Ways ways,
        Kept<EdgeId, Strokes> strokes,
        Kept<EdgeId, Optional<Area>> labels,
        Kept<EdgeId, Item.Edge> items) {
    EdgeMemory() {
        this(new Ways(), new Kept<>(), new Kept<>(), new Kept<>());
    }

    void begin() {
        strokes.begin();
        labels.begin();
        items.begin();
    }

    /// All have been drawn.
    void end() {
        strokes.end();
        labels.end();
        items.end();
    }
}
