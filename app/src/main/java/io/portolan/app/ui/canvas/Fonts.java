package io.portolan.app.ui.canvas;

import io.portolan.app.picture.TextMeasure;
import io.portolan.app.picture.Type;

import javafx.scene.text.Font;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.EnumMap;
import java.util.Map;

/// The bundled fonts at the sizes of one zoom.
final class Fonts {
    private final Map<Type, Font> made = new EnumMap<>(Type.class);
    private final double zoom;

    static {
        for (Type.Weight weight : Type.Weight.values()) {
            try (InputStream in = TextMeasure.font(weight)) {
                Font.loadFont(in, Type.NAME.size());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    Fonts(double zoom) {
        this.zoom = zoom;
    }

    double zoom() {
        return zoom;
    }

    Font of(Type type) {
        return made.computeIfAbsent(
                type, t -> Font.font(TextMeasure.family(t.weight()), t.size() * zoom));
    }

    /// A size in pixels whatever the zoom.
    static Font fixed(Type type) {
        return Font.font(TextMeasure.family(type.weight()), type.size());
    }
}
