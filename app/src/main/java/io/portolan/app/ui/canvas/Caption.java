package io.portolan.app.ui.canvas;

import io.portolan.app.picture.TextMeasure;
import io.portolan.app.picture.Type;

import java.util.List;

/// A name in a small box, at a size that can be read: in one line, else smaller, else in two lines,
/// and only then cut. `size` is that of the letters in pixels.
record Caption(List<String> lines, double size) {
    static final double SMALL = 9;
    private static final double LINE = 1.04;
    private static final String BREAKS = "-._/ ";

    Caption {
        lines = List.copyOf(lines);
    }

    static Caption of(String name, double wide, double high) {
        if (TextMeasure.width(name, Type.FACT) <= wide) {
            return new Caption(List.of(name), Type.FACT.size());
        }
        double room = wide * Type.FACT.size() / SMALL;
        if (TextMeasure.width(name, Type.FACT) <= room || high < 2 * SMALL * LINE) {
            return new Caption(List.of(TextMeasure.fitted(name, Type.FACT, room)), SMALL);
        }
        int end = breakOf(name, room);
        String rest = TextMeasure.fitted(name.substring(end).strip(), Type.FACT, room);
        return new Caption(List.of(name.substring(0, end).strip(), rest), SMALL);
    }

    double lineHeight() {
        return size * LINE;
    }

    /// Behind the last separator that leaves room for both parts, else where the first line is
    /// full.
    private static int breakOf(String name, double room) {
        int full = 1;
        while (full < name.length()
                && TextMeasure.width(name.substring(0, full + 1), Type.FACT) <= room) {
            full++;
        }
        for (int end = full; end > 1; end--) {
            boolean fits = TextMeasure.width(name.substring(end), Type.FACT) <= room;
            if (fits && BREAKS.indexOf(name.charAt(end - 1)) >= 0) {
                return end;
            }
        }
        return full;
    }
}
