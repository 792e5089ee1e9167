package io.portolan.app.ui.canvas;

import io.portolan.app.layout.Measures;

/// How much is drawn, by the width that a node has on the screen.
public enum Detail {
    /// Containers with their names and counts, lines bundled.
    OUTLINE(0),
    /// Coloured boxes.
    BOX(12),
    /// Boxes with names.
    NAME(40),
    /// Everything.
    FULL(90);

    /// A level is left only this share beyond its border: no flicker while zooming slowly.
    private static final double STICKY = 0.1;

    private final double fromWidth;

    Detail(double fromWidth) {
        this.fromWidth = fromWidth;
    }

    /// The level for a zoom, coming from another level.
    public static Detail at(double zoom, Detail before) {
        double width = zoom * Measures.NODE_WIDTH;
        Detail found = at(width);
        boolean near =
                found != before
                        && (at(width * (1 + STICKY)) == before
                                || at(width * (1 - STICKY)) == before);
        return near ? before : found;
    }

    private static Detail at(double width) {
        Detail found = OUTLINE;
        for (Detail detail : values()) {
            found = width >= detail.fromWidth ? detail : found;
        }
        return found;
    }
}
