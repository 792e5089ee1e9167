package io.portolan.app.ui.canvas;

import io.portolan.app.picture.Point;

import javafx.scene.canvas.GraphicsContext;
import javafx.scene.image.Image;
import javafx.scene.image.PixelWriter;
import javafx.scene.image.WritableImage;

import java.util.HashMap;
import java.util.Map;

/// Rings of which the round corners of lines are copied quarter by quarter: a copy is far cheaper
/// than a stroked arc. Radius and width are whole pixels of the device, so that copies are sharp.
final class Rings {
    private static final int MOST = 200;
    private static final double EDGE = 0.5;

    private final Map<Key, Image> made = new HashMap<>();

    private record Key(double radius, double width, int colour) {}

    /// Which quarter of a ring, seen from its centre: -1 is left or up.
    record Quarter(int dx, int dy) {}

    /// Draws a quarter; all but the colour in units of the window.
    void draw(GraphicsContext g, PixelGrid pixels, Arc arc) {
        Image ring =
                ring(arc.radius() * pixels.scale(), arc.width() * pixels.scale(), arc.colour());
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

    /// A quarter of a ring somewhere.
    record Arc(Point centre, double radius, double width, int colour, Quarter quarter) {}

    private Image ring(double radius, double width, int colour) {
        if (made.size() >= MOST) {
            made.clear();
        }
        return made.computeIfAbsent(new Key(radius, width, colour), Rings::paint);
    }

    /// How much of each pixel the ring covers, by the distance of its middle from the rim.
    private static Image paint(Key key) {
        int half = (int) Math.ceil(key.radius() + key.width() / 2) + 1;
        WritableImage image = new WritableImage(2 * half, 2 * half);
        PixelWriter writer = image.getPixelWriter();
        for (int x = 0; x < 2 * half; x++) {
            for (int y = 0; y < 2 * half; y++) {
                double from = Math.hypot(x + EDGE - half, y + EDGE - half);
                double inside = key.width() / 2 + EDGE - Math.abs(from - key.radius());
                long alpha = Math.round(255 * Math.clamp(inside, 0, 1));
                writer.setArgb(x, y, ((int) alpha << 24) | (key.colour() & 0xFFFFFF));
            }
        }
        return image;
    }
}
