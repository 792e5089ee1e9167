package io.portolan.app.picture;

/// One straight piece of a line, horizontal or vertical.
public record Segment(Point from, Point to) {
    private static final double STRAIGHT = 1e-6;

    public boolean isHorizontal() {
        return Math.abs(from.y() - to.y()) < STRAIGHT;
    }

    public double length() {
        return from.walkTo(to);
    }

    public Area bounds() {
        return Area.between(from, to);
    }

    public Point middle() {
        return at(length() / 2);
    }

    /// The place that far from `from`.
    public Point at(double distance) {
        double length = length();
        double share = length < STRAIGHT ? 0 : distance / length;
        return new Point(
                from.x() + (to.x() - from.x()) * share, from.y() + (to.y() - from.y()) * share);
    }

    public double distanceTo(Point p) {
        Area b = bounds();
        double dx = Math.max(0, Math.max(b.x() - p.x(), p.x() - b.right()));
        double dy = Math.max(0, Math.max(b.y() - p.y(), p.y() - b.bottom()));
        return Math.hypot(dx, dy);
    }

    /// Whether a vertical and a horizontal piece cross, not merely touch.
    public boolean crosses(Segment other) {
        return isHorizontal() != other.isHorizontal()
                && between(from.x(), to.x(), other.from.x(), other.to.x())
                && between(from.y(), to.y(), other.from.y(), other.to.y());
    }

    private static boolean between(double a, double b, double c, double d) {
        return Math.min(a, b) < Math.max(c, d) && Math.min(c, d) < Math.max(a, b);
    }
}
