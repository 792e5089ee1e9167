package io.portolan.app.picture;

import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.OTFParser;
import org.apache.fontbox.ttf.OpenTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;

import java.awt.geom.AffineTransform;
import java.awt.geom.GeneralPath;
import java.awt.geom.PathIterator;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/// The outlines of the letters of a bundled font.
final class GlyphShapes {
    private final OpenTypeFont font;
    private final CmapLookup map;
    private final double unitsPerEm;

    private GlyphShapes(OpenTypeFont font) throws IOException {
        this.font = font;
        this.map = font.getUnicodeCmapLookup();
        this.unitsPerEm = font.getUnitsPerEm();
    }

    static GlyphShapes load(Type.Weight weight) {
        try (InputStream in = TextMeasure.font(weight)) {
            return new GlyphShapes(new OTFParser().parse(new RandomAccessReadBuffer(in)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The words as one shape where they stand; y grows downwards.
    PathIterator outline(Op.Words words) {
        double scale = words.type().size() / unitsPerEm;
        GeneralPath all = new GeneralPath();
        double x = words.at().x();
        for (char c : words.text().toCharArray()) {
            AffineTransform place = new AffineTransform(scale, 0, 0, -scale, x, words.at().y());
            all.append(shape(c).getPathIterator(place), false);
            x += TextMeasure.width(String.valueOf(c), words.type());
        }
        return all.getPathIterator(null);
    }

    private GeneralPath shape(char c) {
        try {
            int glyph = map.getGlyphId(c);
            return font.getCFF().getFont().getType2CharString(glyph).getPath();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
