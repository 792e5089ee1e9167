package io.portolan.app.picture;

/// How a line is broken: lengths of mark and gap in drawing units; SOLID has neither.
public enum Dash {
    SOLID(0, 0),
    /// Denied.
    DASHED(7, 4),
    /// Not defined.
    DOTTED(2, 4),
    /// Not reached.
    SPARSE(3, 4);

    private final double mark;
    private final double gap;

    Dash(double mark, double gap) {
        this.mark = mark;
        this.gap = gap;
    }

    public double mark() {
        return mark;
    }

    public double gap() {
        return gap;
    }
}
