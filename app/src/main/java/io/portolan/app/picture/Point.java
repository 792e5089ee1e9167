package io.portolan.app.picture;

/// A place on the drawing, in drawing units (pixels at 100 %); y grows downwards.
public record Point(double x, double y) {
    public Point plus(double dx, double dy) {
        return new Point(x + dx, y + dy);
    }

    /// The distance along the axes, as an orthogonal line would run.
    public double walkTo(Point other) {
        return Math.abs(x - other.x) + Math.abs(y - other.y);
    }
}
