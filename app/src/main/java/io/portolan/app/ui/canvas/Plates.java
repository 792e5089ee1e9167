package io.portolan.app.ui.canvas;

import io.portolan.app.picture.Area;
import io.portolan.app.picture.Point;

import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;

/// Boxes with a border and round corners, put together from rectangles and four copied corners: the
/// renderer fills rectangles at once and round shapes row by row, however large they are.
final class Plates {
    private static final double SMALL = 4_000;

    private final GraphicsContext g;
    private final PixelGrid pixels;
    private final Rings rings;
    private int calls;

    Plates(GraphicsContext g, PixelGrid pixels, Rings rings) {
        this.g = g;
        this.pixels = pixels;
        this.rings = rings;
    }

    /// A box in pixels of the window; `radius` and `line` belong to the middle of the border, 0 is
    /// none. Colours that draw nothing are 0.
    record Plate(Area area, double radius, double line, int border, int fill) {}

    /// Draws a box on whole pixels and returns the number of calls that took.
    int draw(Plate plate) {
        calls = 0;
        double w = plate.line() > 0 ? pixels.width(plate.line()) : 0;
        Area outer = pixels.snap(plate.area().grownBy(w / 2));
        double most = pixels.floor(Math.min(outer.width(), outer.height()) / 2);
        double r = plate.radius() <= 0 ? 0 : Math.min(most, pixels.cover(plate.radius() + w / 2));
        if (r > w) {
            border(outer, r, w, plate.border());
            inside(outer, r, w, plate.fill());
            corners(outer, r, new Rings.Look(r - w / 2, w, plate.border(), plate.fill()));
        } else {
            square(outer, w, plate);
        }
        return calls;
    }

    /// The four sides between the corners.
    private void border(Area a, double r, double w, int colour) {
        fill(colour);
        rect(a.x() + r, a.y(), a.width() - 2 * r, w);
        rect(a.x() + r, a.bottom() - w, a.width() - 2 * r, w);
        rect(a.x(), a.y() + r, w, a.height() - 2 * r);
        rect(a.right() - w, a.y() + r, w, a.height() - 2 * r);
    }

    /// Small ones lie on one another: that is two calls instead of five.
    private void square(Area a, double w, Plate plate) {
        Area within = a.grownBy(-w);
        if (w > 0 && a.width() * a.height() < SMALL) {
            fill(plate.border());
            rect(a.x(), a.y(), a.width(), a.height());
        } else if (w > 0) {
            fill(plate.border());
            rect(a.x(), a.y(), a.width(), w);
            rect(a.x(), a.bottom() - w, a.width(), w);
            rect(a.x(), within.y(), w, within.height());
            rect(a.right() - w, within.y(), w, within.height());
        }
        if (plate.fill() != 0) {
            fill(plate.fill());
            rect(within.x(), within.y(), within.width(), within.height());
        }
    }

    private void inside(Area a, double r, double w, int colour) {
        if (colour != 0) {
            fill(colour);
            rect(a.x() + w, a.y() + r, a.width() - 2 * w, a.height() - 2 * r);
            rect(a.x() + r, a.y() + w, a.width() - 2 * r, r - w);
            rect(a.x() + r, a.bottom() - r, a.width() - 2 * r, r - w);
        }
    }

    private void corners(Area a, double r, Rings.Look look) {
        corner(new Point(a.x() + r, a.y() + r), look, new Rings.Quarter(-1, -1));
        corner(new Point(a.right() - r, a.y() + r), look, new Rings.Quarter(1, -1));
        corner(new Point(a.x() + r, a.bottom() - r), look, new Rings.Quarter(-1, 1));
        corner(new Point(a.right() - r, a.bottom() - r), look, new Rings.Quarter(1, 1));
    }

    private void corner(Point centre, Rings.Look look, Rings.Quarter quarter) {
        rings.draw(g, pixels, new Rings.Arc(centre, look, quarter));
        calls++;
    }

    private void fill(int argb) {
        Color colour = Colours.of(argb);
        if (!colour.equals(g.getFill())) {
            g.setFill(colour);
        }
    }

    private void rect(double x, double y, double w, double h) {
        if (w > 0 && h > 0) {
            g.fillRect(x, y, w, h);
            calls++;
        }
    }
}
