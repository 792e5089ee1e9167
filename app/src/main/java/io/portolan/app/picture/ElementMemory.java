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

    int made() {
        return containers.made() + nodes.made();
    }
}
