package io.portolan.app.picture;

import io.portolan.model.design.Box;

/// A rectangle on the drawing, in drawing units.
public record Area(double x, double y, double width, double height) {
    public static final Area NOWHERE = new Area(0, 0, 0, 0);

    public static Area of(Box box) {
        return new Area(box.x(), box.y(), box.width(), box.height());
    }

    /// The smallest rectangle with both points in it.
    public static Area between(Point a, Point b) {
        return new Area(
                Math.min(a.x(), b.x()),
                Math.min(a.y(), b.y()),
                Math.abs(a.x() - b.x()),
                Math.abs(a.y() - b.y()));
    }

    public static Area around(Point centre, double width, double height) {
        return new Area(centre.x() - width / 2, centre.y() - height / 2, width, height);
    }

    public Point corner() {
        return new Point(x, y);
    }

    public double right() {
        return x + width;
    }

    public double bottom() {
        return y + height;
    }

    public Point centre() {
        return new Point(x + width / 2, y + height / 2);
    }

    public Area grownBy(double margin) {
        return new Area(x - margin, y - margin, width + 2 * margin, height + 2 * margin);
    }

    public Area movedBy(double dx, double dy) {
        return new Area(x + dx, y + dy, width, height);
    }

    public boolean contains(Point p) {
        return p.x() >= x && p.x() <= right() && p.y() >= y && p.y() <= bottom();
    }

    public boolean contains(Area other) {
        return other.x >= x
                && other.y >= y
                && other.right() <= right()
                && other.bottom() <= bottom();
    }

    /// Whether the two share more than a border.
    public boolean overlaps(Area other) {
        return x < other.right() && other.x < right() && y < other.bottom() && other.y < bottom();
    }

    public Area union(Area other) {
        double left = Math.min(x, other.x);
        double top = Math.min(y, other.y);
        return new Area(
                left,
                top,
                Math.max(right(), other.right()) - left,
                Math.max(bottom(), other.bottom()) - top);
    }

    /// The box of whole units that holds this area.
    public Box toBox() {
        int left = (int) Math.floor(x);
        int top = (int) Math.floor(y);
        return new Box(left, top, (int) Math.ceil(right()) - left, (int) Math.ceil(bottom()) - top);
    }
}
