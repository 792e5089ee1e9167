package io.portolan.app.ui.canvas;

import io.portolan.app.picture.Area;
import io.portolan.app.picture.Dash;
import io.portolan.app.picture.Pen;
import io.portolan.app.picture.Point;
import io.portolan.app.picture.Route;
import io.portolan.app.picture.Segment;

import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.shape.ArcType;
import javafx.scene.shape.StrokeLineCap;

/// Draws the ways of lines: bars on whole pixels joined by quarter circles, whole or broken.
final class LinePencil {
    private final GraphicsContext g;
    private final Viewport view;
    private final PixelGrid pixels;
    private final Rings rings;
    private final double z;
    private int calls;

    LinePencil(GraphicsContext g, Viewport view, PixelGrid pixels, Rings rings) {
        this.rings = rings;
        this.pixels = pixels;
        this.g = g;
        this.view = view;
        this.z = view.zoom();
    }

    /// Draws a line and returns the number of calls that took.
    int draw(Route route, Pen pen) {
        calls = 0;
        double w = pixels.width(pen.width() * z);
        Color colour = Colours.of(pen.colour());
        double walked = 0;
        for (int i = 1; i < route.points().size(); i++) {
            Point a = route.points().get(i - 1);
            Point b = route.points().get(i);
            Segment whole = new Segment(a, b);
            double from = i == 1 ? 0 : radius(route, i - 1);
            double to = whole.length() - (i == route.points().size() - 1 ? 0 : radius(route, i));
            straight(new Segment(whole.at(from), whole.at(to)), w, colour, pen.dash(), walked);
            walked += whole.length();
            if (i < route.points().size() - 1) {
                corner(route, i, w, pen);
            }
        }
        return calls;
    }

    private static double radius(Route route, int i) {
        Point at = route.points().get(i);
        double before = route.points().get(i - 1).walkTo(at);
        double after = at.walkTo(route.points().get(i + 1));
        return Math.min(Route.CORNER, Math.min(before, after) / 2);
    }

    private void straight(Segment s, double w, Color colour, Dash dash, double phase) {
        if (dash == Dash.SOLID) {
            bar(s.from(), s.to(), w, colour);
            return;
        }
        double period = dash.mark() + dash.gap();
        double length = s.length();
        for (double at = -(phase % period); at < length; at += period) {
            double end = Math.min(length, at + dash.mark());
            if (end > 0) {
                bar(s.at(Math.max(0, at)), s.at(end), w, colour);
            }
        }
    }

    private void bar(Point from, Point to, double w, Color colour) {
        Area a = view.toScreen(Area.between(from, to));
        boolean flat = a.width() >= a.height();
        double x = flat ? a.x() : pixels.snap(a.x() - w / 2);
        double y = flat ? pixels.snap(a.y() - w / 2) : a.y();
        if (!colour.equals(g.getFill())) {
            g.setFill(colour);
        }
        g.fillRect(x, y, flat ? a.width() : w, flat ? w : a.height());
        calls++;
    }

    private void corner(Route route, int i, double w, Pen pen) {
        double r = radius(route, i);
        Point at = route.points().get(i);
        Point before = route.points().get(i - 1);
        Point after = route.points().get(i + 1);
        // The centre of the arc lies off the corner towards both neighbours.
        double cx =
                at.x() + r * (Math.signum(before.x() - at.x()) + Math.signum(after.x() - at.x()));
        double cy =
                at.y() + r * (Math.signum(before.y() - at.y()) + Math.signum(after.y() - at.y()));
        double start = at.x() > cx ? (at.y() > cy ? 270 : 0) : (at.y() > cy ? 180 : 90);
        if (pen.dash() == Dash.SOLID) {
            whole(route, i, w, new Rings.Quarter(side(at.x() - cx), side(at.y() - cy)), pen);
            return;
        }
        Point c = snapped(view.toScreen(new Point(cx, cy)), view.toScreen(at), r * z, w);
        g.setStroke(Colours.of(pen.colour()));
        g.setLineWidth(w);
        g.setLineCap(StrokeLineCap.BUTT);
        g.setLineDashes(pen.dash().mark() * z, pen.dash().gap() * z);
        g.strokeArc(c.x() - r * z, c.y() - r * z, 2 * r * z, 2 * r * z, start, 90, ArcType.OPEN);
        g.setLineDashes((double[]) null);
        g.setLineCap(StrokeLineCap.ROUND);
        calls++;
    }

    private static int side(double offset) {
        return offset < 0 ? -1 : 1;
    }

    /// An unbroken corner. Its radius is rounded up to pixels: it reaches into both bars.
    private void whole(Route route, int i, double w, Rings.Quarter quarter, Pen pen) {
        double r = pixels.cover(radius(route, i) * z - w / 2) + w / 2;
        Point corner = view.toScreen(route.points().get(i));
        Point inwards = corner.plus(-quarter.dx(), -quarter.dy());
        Point centre = snapped(inwards, corner, r, w);
        Rings.Look look = new Rings.Look(r, w, pen.colour(), 0);
        rings.draw(g, pixels, new Rings.Arc(centre, look, quarter));
        calls++;
    }

    /// The centre such that the arc meets the bars, which lie on whole pixels.
    private Point snapped(Point centre, Point corner, double r, double w) {
        double x = pixels.snap(corner.x() - w / 2) + w / 2;
        double y = pixels.snap(corner.y() - w / 2) + w / 2;
        return new Point(
                x + Math.signum(centre.x() - corner.x()) * r,
                y + Math.signum(centre.y() - corner.y()) * r);
    }
}
