package io.portolan.app.ui.canvas;

import io.portolan.app.picture.Area;
import io.portolan.app.picture.Point;

/// The part of the drawing that is seen: `x`, `y` is the drawing's point in the top left corner,
/// `zoom` pixels per drawing unit, `width` and `height` in pixels.
public record Viewport(double x, double y, double zoom, double width, double height) {
    public static final double SMALLEST = 0.01;
    public static final double LARGEST = 8;
    public static final Viewport START = new Viewport(0, 0, 1, 0, 0);
    private static final double MARGIN = 24;

    /// Where a point of the drawing is on the screen.
    public Point toScreen(Point p) {
        return new Point((p.x() - x) * zoom, (p.y() - y) * zoom);
    }

    public Point toDrawing(Point p) {
        return new Point(x + p.x() / zoom, y + p.y() / zoom);
    }

    public Area toScreen(Area a) {
        return new Area(
                (a.x() - x) * zoom, (a.y() - y) * zoom, a.width() * zoom, a.height() * zoom);
    }

    public Area toDrawing(Area a) {
        return new Area(x + a.x() / zoom, y + a.y() / zoom, a.width() / zoom, a.height() / zoom);
    }

    /// The visible part of the drawing.
    public Area seen() {
        return new Area(x, y, width / zoom, height / zoom);
    }

    /// Whether another view, perhaps of another size, has the same point in its corner.
    boolean isAt(Viewport other) {
        return x == other.x && y == other.y && zoom == other.zoom;
    }

    public Viewport sized(double newWidth, double newHeight) {
        return new Viewport(x, y, zoom, newWidth, newHeight);
    }

    /// Moves the drawing by pixels.
    public Viewport pannedBy(double dx, double dy) {
        return new Viewport(x - dx / zoom, y - dy / zoom, zoom, width, height);
    }

    /// Zooms so that the point of the drawing under the pixel `around` stays there.
    public Viewport zoomedTo(double newZoom, Point around) {
        double z = Math.clamp(newZoom, SMALLEST, LARGEST);
        Point fixed = toDrawing(around);
        return new Viewport(
                fixed.x() - around.x() / z, fixed.y() - around.y() / z, z, width, height);
    }

    public Viewport centredOn(Point p) {
        return new Viewport(
                p.x() - width / 2 / zoom, p.y() - height / 2 / zoom, zoom, width, height);
    }

    /// Shows all of an area, at most at 100 %.
    public Viewport fitting(Area area) {
        if (width <= 2 * MARGIN || height <= 2 * MARGIN || area.width() <= 0) {
            return this;
        }
        double z =
                Math.min(
                        (width - 2 * MARGIN) / area.width(), (height - 2 * MARGIN) / area.height());
        return new Viewport(x, y, Math.clamp(z, SMALLEST, 1), width, height)
                .centredOn(area.centre());
    }
}
