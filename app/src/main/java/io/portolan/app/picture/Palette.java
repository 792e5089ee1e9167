package io.portolan.app.picture;

/// The two themes of the drawing. Colours are opaque ARGB (0xFFRRGGBB) unless said otherwise.
public enum Palette {
    LIGHT,
    DARK;

    private static final int OPAQUE = 0xFF000000;

    public int of(Ink ink) {
        return OPAQUE | ink.in(this);
    }

    /// What writing on a filled verdict colour is drawn with: the verdicts of the dark theme are
    /// bright.
    public int onVerdict() {
        return switch (this) {
            case LIGHT -> 0xFFFFFFFF;
            case DARK -> of(Ink.CANVAS);
        };
    }

    /// The shadow under a card, with its transparency.
    public int shadow() {
        return switch (this) {
            case LIGHT -> 0x1A141E2D;
            case DARK -> 0x59000000;
        };
    }

    /// `ink` laid over `ground` with that share of it (0 to 1), as one opaque colour: painters need
    /// no transparency.
    public int mixed(Ink ink, Ink ground, double share) {
        return mixedOver(of(ink), ground, share);
    }

    /// A colour laid over a ground, likewise.
    public int mixedOver(int over, Ink ground, double share) {
        int under = of(ground);
        int result = OPAQUE;
        for (int shift = 0; shift <= 16; shift += 8) {
            int a = over >> shift & 0xFF;
            int b = under >> shift & 0xFF;
            result |= (int) Math.round(a * share + b * (1 - share)) << shift;
        }
        return result;
    }
}
