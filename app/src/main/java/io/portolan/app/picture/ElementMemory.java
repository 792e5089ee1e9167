package io.portolan.app.picture;

import io.portolan.model.design.ElementId;

/// The boxes of the last drawing.
record ElementMemory(Kept<ElementId, Item.Container> containers, Kept<ElementId, Item.Node> nodes) {
    ElementMemory() {
        this(new Kept<>(), new Kept<>());
    }

    void begin() {
        containers.begin();
        nodes.begin();
    }

    /// All have been drawn.
    void end() {
        containers.end();
        nodes.end();
    }

    int made() {
        return containers.made() + nodes.made();
    }
}
