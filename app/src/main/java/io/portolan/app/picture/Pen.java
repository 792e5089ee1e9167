package io.portolan.app.picture;

/// What a line is drawn with; width in drawing units, colour in ARGB.
public record Pen(int colour, double width, Dash dash) {
    /// Draws nothing.
    public static final Pen NONE = new Pen(0, 0, Dash.SOLID);

    public static Pen solid(int colour, double width) {
        return new Pen(colour, width, Dash.SOLID);
    }

    public boolean draws() {
        return width > 0;
    }
}
