package io.portolan.app.picture;

import java.util.ArrayList;
import java.util.List;

/// What the lines mean: a row under the drawing with those that occur.
final class Legend {
    private static final double BELOW = 20;
    private static final double HEIGHT = 20;
    private static final double SAMPLE = 28;
    private static final double APART = 8;
    private static final double BETWEEN = 28;

    private Legend() {}

    /// One line of the legend.
    private record Entry(Dash dash, Ink ink, String words) {}

    private static final List<Entry> ENTRIES =
            List.of(
                    new Entry(Dash.SOLID, Ink.ALLOW, "Allowed on every layer"),
                    new Entry(Dash.DASHED, Ink.DENY, "Denied, first at the mark"),
                    new Entry(Dash.DOTTED, Ink.UNDEFINED, "Not defined: see reason"),
                    new Entry(Dash.SPARSE, Ink.FAINT, "Not reached"));

    static Area area(Area drawing) {
        return new Area(drawing.x(), drawing.bottom() + BELOW, width(), HEIGHT);
    }

    private static double width() {
        double sum = 0;
        for (Entry e : ENTRIES) {
            sum += SAMPLE + APART + TextMeasure.width(e.words(), Type.FACT) + BETWEEN;
        }
        return sum;
    }

    /// The legend of a drawing with flows; nothing without.
    static List<Op> below(DisplayList list, Palette palette) {
        List<Op> ops = new ArrayList<>();
        if (list.edges().stream().noneMatch(e -> e.id() instanceof EdgeId.OfFlow)) {
            return ops;
        }
        Area area = area(list.bounds());
        double x = area.x();
        double y = area.centre().y();
        for (Entry e : ENTRIES) {
            Route line = new Route(List.of(new Point(x, y), new Point(x + SAMPLE, y)));
            ops.add(new Op.Line(line, new Pen(palette.of(e.ink()), 2, e.dash())));
            Point at = new Point(x + SAMPLE + APART, y + 3.6);
            ops.add(new Op.Words(e.words(), at, Type.FACT, palette.of(Ink.MUTED)));
            x += SAMPLE + APART + TextMeasure.width(e.words(), Type.FACT) + BETWEEN;
        }
        return ops;
    }
}
