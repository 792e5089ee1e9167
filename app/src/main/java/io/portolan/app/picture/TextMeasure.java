package io.portolan.app.picture;

import java.io.InputStream;

/// Widths of text on a drawing, and the bundled fonts they hold for.
public final class TextMeasure {
    private static final String ELLIPSIS = "…";
    private static final Typeface REGULAR = Typeface.load(Type.Weight.REGULAR);
    private static final Typeface SEMIBOLD = Typeface.load(Type.Weight.SEMIBOLD);

    private TextMeasure() {}

    /// The width in drawing units.
    public static double width(String text, Type type) {
        return typeface(type.weight()).width(text, type.size());
    }

    /// The text, or as much of it as fits with an ellipsis behind.
    public static String fitted(String text, Type type, double room) {
        if (width(text, type) <= room) {
            return text;
        }
        int end = text.length();
        while (end > 0 && width(text.substring(0, end).strip() + ELLIPSIS, type) > room) {
            end--;
        }
        return end == 0 ? "" : text.substring(0, end).strip() + ELLIPSIS;
    }

    /// The family name that toolkits give the font of a weight.
    public static String family(Type.Weight weight) {
        return Typeface.family(weight);
    }

    /// The font file of a weight.
    public static InputStream font(Type.Weight weight) {
        return Typeface.open(weight);
    }

    private static Typeface typeface(Type.Weight weight) {
        return switch (weight) {
            case REGULAR -> REGULAR;
            case SEMIBOLD -> SEMIBOLD;
        };
    }
}
