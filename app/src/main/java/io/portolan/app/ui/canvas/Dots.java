package io.portolan.app.ui.canvas;

import io.portolan.app.picture.Ink;
import io.portolan.app.picture.Palette;

import javafx.scene.canvas.GraphicsContext;
import javafx.scene.image.Image;
import javafx.scene.image.PixelWriter;
import javafx.scene.image.WritableImage;

/// The ground of the drawing: a plain colour and a grid of dots, which are left out where they
/// would be dense. One row of dots is an image that is copied for all others.
final class Dots {
    private static final double PITCH = 24;
    private static final double LEAST_PITCH = 14;
    private static final double SIZE = 2;

    private Look drawn = new Look(0, 0, 1, 0);
    private Image row = new WritableImage(1, 1);

    /// What a row looks like: the distance of its dots and its length in pixels of the window.
    private record Look(double pitch, double length, double scale, int colour) {}

    /// Covers everything, which also makes the canvas forget what was drawn before, and returns the
    /// number of calls that took.
    int paint(GraphicsContext g, Viewport view, Palette palette, PixelGrid pixels) {
        g.setFill(Colours.of(palette.of(Ink.CANVAS)));
        g.fillRect(0, 0, view.width(), view.height());
        double pitch = PITCH * view.zoom();
        if (pitch < LEAST_PITCH || view.width() <= 0) {
            return 1;
        }
        Image dots =
                row(new Look(pitch, view.width() + pitch, pixels.scale(), palette.of(Ink.DOT)));
        double left = pixels.snap(first(view.x() * view.zoom(), pitch));
        double wide = dots.getWidth() / pixels.scale();
        double high = dots.getHeight() / pixels.scale();
        int calls = 1;
        for (double y = first(view.y() * view.zoom(), pitch); y < view.height(); y += pitch) {
            g.drawImage(dots, left, pixels.snap(y), wide, high);
            calls++;
        }
        return calls;
    }

    /// The first dot at or before the edge.
    private static double first(double offset, double pitch) {
        return Math.floor(offset / pitch) * pitch - offset;
    }

    private Image row(Look look) {
        if (!look.equals(drawn)) {
            drawn = look;
            row = paint(look);
        }
        return row;
    }

    private static Image paint(Look look) {
        int high = (int) Math.max(1, Math.rint(SIZE * look.scale()));
        int wide = (int) Math.ceil(look.length() * look.scale()) + high;
        WritableImage image = new WritableImage(wide, high);
        PixelWriter writer = image.getPixelWriter();
        for (double at = 0; at < look.length(); at += look.pitch()) {
            int x = (int) Math.rint(at * look.scale());
            for (int i = 0; i < high * high && x + high <= wide; i++) {
                writer.setArgb(x + i % high, i / high, look.colour());
            }
        }
        return image;
    }
}
