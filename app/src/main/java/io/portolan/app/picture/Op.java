package io.portolan.app.picture;

import java.util.List;

/// One thing to draw. Painters decide over all of them; there are no others.
public sealed interface Op {
    /// A rectangle with rounded corners, filled and outlined; a fill or pen may be missing (0,
    /// `Pen.NONE`).
    record Block(Area area, double radius, int fill, Pen pen) implements Op {}

    /// A card: a block with a soft shadow below.
    record Card(Area area, double radius, int fill, Pen pen, int shadow) implements Op {}

    /// An orthogonal line with rounded corners.
    record Line(Route route, Pen pen) implements Op {}

    /// An arrowhead whose tip is at the end of `last`, which gives its direction.
    record Arrow(Segment last, int colour) implements Op {}

    /// A filled disc with a sign in it.
    record Disc(Point centre, double radius, int fill, Sign sign, int ink) implements Op {}

    /// A line of text; `at` is on the baseline, at the left end.
    record Words(String text, Point at, Type type, int colour) implements Op {}

    /// An icon: paths on a grid of 24 units, drawn `size` wide with its top left corner at `at`.
    record Glyph(String name, List<String> paths, Point at, double size, int colour) implements Op {
        public Glyph {
            paths = List.copyOf(paths);
        }
    }

    /// What a disc says.
    enum Sign {
        CROSS,
        QUESTION,
        PART,
        /// Stopped, as it shall be.
        CHECK,
        /// Lets through what must never pass.
        ALARM
    }
}
