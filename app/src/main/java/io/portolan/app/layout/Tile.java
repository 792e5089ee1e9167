package io.portolan.app.layout;

import io.portolan.model.design.ElementId;

/// Something of a known size that needs a place.
record Tile(ElementId id, int width, int height) {}
