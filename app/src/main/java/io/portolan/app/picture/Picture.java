package io.portolan.app.picture;

/// A drawing of a whole design, ready to be painted: the display list and the theme it was made
/// for.
public record Picture(String title, DisplayList list, Palette palette) {
    /// Draws a design.
    public static Picture of(PictureInput input, Palette palette) {
        return new Draughtsman().draw(input, palette);
    }
}
