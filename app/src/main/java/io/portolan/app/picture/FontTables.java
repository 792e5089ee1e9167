package io.portolan.app.picture;

import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.Map;

/// The tables of an OpenType file that widths come from: head, hhea, hmtx and cmap format 4
/// (OpenType specification 1.9).
final class FontTables {
    private final ByteBuffer font;
    private final Map<String, Integer> offsets = new HashMap<>();
    private final int characters;

    FontTables(ByteBuffer font) {
        this.font = font;
        int count = font.getShort(4);
        for (int i = 0; i < count; i++) {
            int record = 12 + 16 * i;
            StringBuilder tag = new StringBuilder();
            for (int k = 0; k < 4; k++) {
                tag.append((char) font.get(record + k));
            }
            offsets.put(tag.toString(), font.getInt(record + 8));
        }
        this.characters = unicodeMap();
    }

    int unitsPerEm() {
        return unsigned(table("head") + 18);
    }

    int advanceOfGlyph(int glyph) {
        int measured = unsigned(table("hhea") + 34);
        return unsigned(table("hmtx") + 4 * Math.min(glyph, measured - 1));
    }

    /// The advance of a character; that of the missing glyph where there is none.
    int advance(char c) {
        return advanceOfGlyph(glyph(characters, c));
    }

    private int unicodeMap() {
        int cmap = table("cmap");
        for (int i = 0; i < unsigned(cmap + 2); i++) {
            int candidate = cmap + font.getInt(cmap + 4 + 8 * i + 4);
            if (unsigned(candidate) == 4) {
                return candidate;
            }
        }
        throw new IllegalStateException("The font has no character map of format 4; replace it.");
    }

    private int glyph(int map, int c) {
        int doubled = unsigned(map + 6);
        for (int i = 0; i < doubled; i += 2) {
            if (c <= unsigned(map + 14 + i)) {
                return glyphInRange(map + 16 + doubled + i, doubled, c);
            }
        }
        return 0;
    }

    /// `start` is where the first character of the range stands; its delta and offset follow in
    /// arrays of `stride` bytes.
    private int glyphInRange(int start, int stride, int c) {
        if (c < unsigned(start)) {
            return 0;
        }
        int delta = unsigned(start + stride);
        int rangeOffset = unsigned(start + 2 * stride);
        if (rangeOffset == 0) {
            return c + delta & 0xFFFF;
        }
        int glyph = unsigned(start + 2 * stride + rangeOffset + 2 * (c - unsigned(start)));
        return glyph == 0 ? 0 : glyph + delta & 0xFFFF;
    }

    private int table(String tag) {
        Integer offset = offsets.get(tag);
        if (offset == null) {
            throw new IllegalStateException(
                    "The font has no table (%s); replace it.".formatted(tag));
        }
        return offset;
    }

    private int unsigned(int at) {
        return font.getShort(at) & 0xFFFF;
    }
}
