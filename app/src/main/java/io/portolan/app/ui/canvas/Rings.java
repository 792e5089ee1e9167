package io.portolan.app.ui.canvas;

import io.portolan.app.picture.Point;

import javafx.scene.canvas.GraphicsContext;
import javafx.scene.image.Image;
import javafx.scene.image.PixelWriter;
import javafx.scene.image.WritableImage;

import java.util.HashMap;
import java.util.Map;

/// Rings, hollow or filled, of which round corners are copied quarter by quarter: a copy is far
/// cheaper than a stroked arc or a filled round shape. Radius and width are whole pixels of the
/// device, so that copies are sharp.
final class Rings {
    private static final int MOST = 200;
    private static final double EDGE = 0.5;
    private static final int OPAQUE = 255;

    private final Map<Look, Image> made = new HashMap<>();

    /// The middle line of the rim, its width and colour, and the colour inside (0: nothing).
    record Look(double radius, double width, int rim, int fill) {
        private Look scaled(double scale) {
            return new Look(radius * scale, width * scale, rim, fill);
        }
    }

    /// A quarter of a ring, seen from its centre: -1 is left or up.
    record Quarter(int dx, int dy) {}

    /// A quarter of a ring somewhere.
    record Arc(Point centre, Look look, Quarter quarter) {}

    /// Draws a quarter; all but the colours in units of the window.
    void draw(GraphicsContext g, PixelGrid pixels, Arc arc) {
        Image ring = ring(arc.look().scaled(pixels.scale()));
        double half = ring.getWidth() / 2;
        double side = half / pixels.scale();
        boolean left = arc.quarter().dx() < 0;
        boolean up = arc.quarter().dy() < 0;
        g.drawImage(
                ring,
                left ? 0 : half,
                up ? 0 : half,
                half,
                half,
                left ? arc.centre().x() - side : arc.centre().x(),
                up ? arc.centre().y() - side : arc.centre().y(),
                side,
                side);
    }

    private Image ring(Look look) {
        if (made.size() >= MOST) {
            made.clear();
        }
        return made.computeIfAbsent(look, Rings::paint);
    }

    private static Image paint(Look look) {
        int half = (int) Math.ceil(look.radius() + look.width() / 2) + 1;
        WritableImage image = new WritableImage(2 * half, 2 * half);
        PixelWriter writer = image.getPixelWriter();
        for (int x = 0; x < 2 * half; x++) {
            for (int y = 0; y < 2 * half; y++) {
                double from = Math.hypot(x + EDGE - half, y + EDGE - half);
                writer.setArgb(x, y, pixel(look, from));
            }
        }
        return image;
    }

    /// The rim laid over the inside, as much of each as covers a pixel at that distance from the
    /// centre.
    private static int pixel(Look look, double from) {
        double rim = share(look.rim(), look.width() / 2 + EDGE - Math.abs(from - look.radius()));
        double inside = share(look.fill(), look.radius() + EDGE - from) * (1 - rim);
        double alpha = rim + inside;
        if (alpha <= 0) {
            return 0;
        }
        int argb = (int) Math.round(OPAQUE * alpha);
        for (int shift = 16; shift >= 0; shift -= 8) {
            double mixed =
                    (look.rim() >> shift & 0xFF) * rim + (look.fill() >> shift & 0xFF) * inside;
            argb = argb << 8 | (int) Math.round(mixed / alpha);
        }
        return argb;
    }

    private static double share(int colour, double covered) {
        return Math.clamp(covered, 0, 1) * (colour >>> 24) / OPAQUE;
    }
}
