package io.portolan.app.ui.canvas;

import javafx.scene.paint.Color;

import java.util.HashMap;
import java.util.Map;

/// Colours of the drawing (ARGB) as JavaFX wants them, each made once.
final class Colours {
    private static final Map<Integer, Color> MADE = new HashMap<>();

    private Colours() {}

    static Color of(int argb) {
        return MADE.computeIfAbsent(
                argb, c -> Color.rgb(c >> 16 & 0xFF, c >> 8 & 0xFF, c & 0xFF, (c >>> 24) / 255.0));
    }
}
