package io.portolan.app.picture;

/// The kinds of writing on a drawing, with their size in drawing units and their weight.
public enum Type {
    /// The name of a node or container.
    NAME(12.5, Weight.SEMIBOLD),
    /// The line of facts in a node.
    FACT(10.5, Weight.REGULAR),
    /// The facts in the header of a container.
    HEADER_FACT(11, Weight.REGULAR),
    /// A label of a line.
    PILL(10.5, Weight.SEMIBOLD),
    /// The number in a badge, the sign in a disc.
    BADGE(10, Weight.SEMIBOLD);

    /// Regular or half bold, each a font family of its own (`Inter`, `Inter SemiBold`).
    public enum Weight {
        REGULAR,
        SEMIBOLD
    }

    private final double size;
    private final Weight weight;

    Type(double size, Weight weight) {
        this.size = size;
        this.weight = weight;
    }

    public double size() {
        return size;
    }

    public Weight weight() {
        return weight;
    }
}
