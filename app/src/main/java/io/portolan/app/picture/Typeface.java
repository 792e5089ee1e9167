package io.portolan.app.picture;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.Arrays;

/// The advance widths of a bundled OpenType font, read from its tables: all painters measure alike,
/// and nobody needs a window toolkit for it. Kerning is left out.
final class Typeface {
    private static final String FOLDER = "/com/formdev/flatlaf/fonts/inter/";
    private static final int BASIC = 0x3000;
    private static final short UNKNOWN = -1;

    /// Advances in font units by code point below `BASIC`, looked up when they are first asked for:
    /// a text needs few of them. Threads that do so at once find the same.
    private final short[] advances = new short[BASIC];

    private final FontTables tables;
    private final double unitsPerEm;
    private final int fallback;

    private Typeface(ByteBuffer font) {
        this.tables = new FontTables(font);
        this.unitsPerEm = tables.unitsPerEm();
        Arrays.fill(advances, UNKNOWN);
        this.fallback = tables.advanceOfGlyph(0);
    }

    /// The file of a weight among the resources.
    static String resource(Type.Weight weight) {
        return FOLDER
                + switch (weight) {
                    case REGULAR -> "Inter-Regular.otf";
                    case SEMIBOLD -> "Inter-SemiBold.otf";
                };
    }

    /// The family under which toolkits know a weight: each weight is a family of its own.
    static String family(Type.Weight weight) {
        return switch (weight) {
            case REGULAR -> "Inter";
            case SEMIBOLD -> "Inter SemiBold";
        };
    }

    static InputStream open(Type.Weight weight) {
        InputStream in = Typeface.class.getResourceAsStream(resource(weight));
        if (in == null) {
            throw new IllegalStateException(
                    "The font (%s) is missing from the class path; check the installation."
                            .formatted(resource(weight)));
        }
        return in;
    }

    static Typeface load(Type.Weight weight) {
        try (InputStream in = open(weight)) {
            return new Typeface(ByteBuffer.wrap(in.readAllBytes()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The width of a text at a size, both in drawing units.
    double width(String text, double size) {
        long sum = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            sum += c < BASIC ? advance(c) : fallback;
        }
        return sum * size / unitsPerEm;
    }

    private int advance(char c) {
        short known = advances[c];
        if (known == UNKNOWN) {
            known = (short) tables.advance(c);
            advances[c] = known;
        }
        return known;
    }
}
