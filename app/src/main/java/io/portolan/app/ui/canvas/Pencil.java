package io.portolan.app.ui.canvas;

import io.portolan.app.picture.Area;
import io.portolan.app.picture.Item;
import io.portolan.app.picture.Op;
import io.portolan.app.picture.Pen;
import io.portolan.app.picture.Point;
import io.portolan.app.picture.Segment;
import io.portolan.app.picture.TextMeasure;
import io.portolan.app.picture.Type;

import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.shape.StrokeLineCap;
import javafx.scene.shape.StrokeLineJoin;
import javafx.scene.text.Font;

/// Draws operations on a graphics context in screen pixels and counts its calls. Straight lines are
/// filled rectangles: the renderer has a quick way for those, and none for paths.
final class Pencil {
    /// The radius for which the writing of signs is meant.
    private static final double DISC = 10;

    private static final double ICON_GRID = 24;
    private static final double ICON_LINE = 1.6;
    private static final double THINNEST = 1.3;
    private static final double ARROW_LENGTH = 9;
    private static final double ARROW_HALF = 4.5;

    private final GraphicsContext g;
    private final Viewport view;
    private final Fonts fonts;
    private final PixelGrid pixels;
    private final double z;
    private final LinePencil lines;
    private final Plates plates;
    private Fonts signs;
    private int calls;

    Pencil(GraphicsContext g, Viewport view, Kit kit) {
        this.pixels = kit.pixels();
        this.g = g;
        this.view = view;
        this.fonts = kit.fonts();
        this.signs = fonts;
        this.z = view.zoom();
        this.lines = new LinePencil(g, view, kit.pixels(), kit.rings());
        this.plates = new Plates(g, kit.pixels(), kit.rings());
        g.setLineCap(StrokeLineCap.ROUND);
        g.setLineJoin(StrokeLineJoin.ROUND);
        g.setLineDashes((double[]) null);
    }

    /// What is used for many frames: fonts of a zoom, the pixels of the screen, drawn corners.
    record Kit(Fonts fonts, PixelGrid pixels, Rings rings) {}

    int calls() {
        return calls;
    }

    void draw(Op op) {
        switch (op) {
            case Op.Block b -> block(b.area(), b.radius(), b.fill(), b.pen());
            case Op.Card c -> card(c);
            case Op.Line l -> calls += lines.draw(l.route(), l.pen());
            case Op.Arrow a -> arrow(a);
            case Op.Disc d -> disc(d);
            case Op.Words w -> words(w);
            case Op.Glyph i -> glyph(i);
        }
    }

    void fillRect(double x, double y, double w, double h, Color colour) {
        fill(colour);
        g.fillRect(x, y, w, h);
        calls++;
    }

    /// A square box with a border of one pixel.
    void box(Area area, Item.Paint paint) {
        Area at = view.toScreen(area);
        calls += plates.draw(new Plates.Plate(at, 0, 1, paint.line(), paint.fill()));
    }

    private void fill(Color colour) {
        if (!colour.equals(g.getFill())) {
            g.setFill(colour);
        }
    }

    private void card(Op.Card c) {
        Area below = c.area().movedBy(0, 1.2).grownBy(0.8);
        block(below, c.radius() + 0.8, c.shadow(), Pen.NONE);
        block(c.area(), c.radius(), c.fill(), c.pen());
    }

    private void block(Area area, double radius, int fill, Pen pen) {
        double w = pen.draws() ? Math.max(1, pen.width() * z) : 0;
        calls +=
                plates.draw(
                        new Plates.Plate(view.toScreen(area), radius * z, w, pen.colour(), fill));
    }

    private void arrow(Op.Arrow a) {
        Point tip = view.toScreen(a.last().to());
        Segment back = new Segment(a.last().to(), a.last().from());
        Point foot = view.toScreen(back.at(ARROW_LENGTH));
        double h = ARROW_HALF * z;
        boolean flat = a.last().isHorizontal();
        fill(Colours.of(a.colour()));
        g.fillPolygon(
                new double[] {tip.x(), foot.x() + (flat ? 0 : h), foot.x() - (flat ? 0 : h)},
                new double[] {tip.y(), foot.y() + (flat ? h : 0), foot.y() - (flat ? h : 0)},
                3);
        calls++;
    }

    private void disc(Op.Disc d) {
        Point c = view.toScreen(d.centre());
        double r = d.radius() * z;
        fill(Colours.of(d.fill()));
        g.fillOval(c.x() - r, c.y() - r, 2 * r, 2 * r);
        g.setStroke(Colours.of(d.ink()));
        g.setLineWidth(2 * z * d.radius() / DISC);
        double k = 0.4 * r;
        switch (d.sign()) {
            case CROSS -> {
                g.strokeLine(c.x() - k, c.y() - k, c.x() + k, c.y() + k);
                g.strokeLine(c.x() - k, c.y() + k, c.x() + k, c.y() - k);
            }
            case PART -> g.strokeLine(c.x() - k, c.y(), c.x() + k, c.y());
            case QUESTION -> question(d, c);
            case CHECK -> {
                g.strokeLine(c.x() - k, c.y() + 0.1 * k, c.x() - 0.25 * k, c.y() + 0.8 * k);
                g.strokeLine(c.x() - 0.25 * k, c.y() + 0.8 * k, c.x() + k, c.y() - 0.7 * k);
            }
            case ALARM -> {
                g.strokeLine(c.x(), c.y() - 1.3 * k, c.x(), c.y() + 0.3 * k);
                g.strokeLine(c.x(), c.y() + 1.2 * k, c.x(), c.y() + 1.25 * k);
            }
        }
        calls += 3;
    }

    private void question(Op.Disc d, Point c) {
        double size = d.radius() / DISC * z;
        if (signs.zoom() != size) {
            signs = size == z ? fonts : new Fonts(size);
        }
        double wide = TextMeasure.width("?", Type.NAME);
        fill(Colours.of(d.ink()));
        g.setFont(signs.of(Type.NAME));
        g.fillText("?", c.x() - wide * size / 2, c.y() + 4.5 * size);
    }

    private void words(Op.Words w) {
        Point at = view.toScreen(w.at());
        write(w.text(), at, fonts.of(w.type()), Colours.of(w.colour()));
    }

    /// Text at a pixel.
    void write(String text, Point at, Font font, Color colour) {
        fill(colour);
        if (!font.equals(g.getFont())) {
            g.setFont(font);
        }
        g.fillText(text, at.x(), pixels.snap(at.y()));
        calls++;
    }

    private void glyph(Op.Glyph icon) {
        double scale = icon.size() / ICON_GRID * z;
        Point at = view.toScreen(icon.at());
        g.setTransform(scale, 0, 0, scale, at.x(), at.y());
        g.setStroke(Colours.of(icon.colour()));
        double least = THINNEST * z / scale;
        g.setLineWidth(Math.max(ICON_LINE, least));
        for (String path : icon.paths()) {
            g.beginPath();
            g.appendSVGPath(path);
            g.stroke();
            calls++;
        }
        g.setTransform(1, 0, 0, 1, 0, 0);
    }
}
