package io.portolan.app.picture;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Where lines cross, the one below is broken: a small gap in the colour of what lies under both.
final class Crossings {
    private static final double GAP = 5;
    private static final double THICK = 2;

    /// More lines than this are not looked at: nobody sees gaps in such a drawing.
    private static final int MOST = 400;

    private Crossings() {}

    /// The gaps that each line, by its number, makes in those before it.
    static Map<Integer, List<Op>> of(
            List<List<Route>> edges, List<Item.Container> containers, Palette palette) {
        Map<Integer, List<Op>> gaps = new LinkedHashMap<>();
        for (int i = 1; i < edges.size() && edges.size() <= MOST; i++) {
            List<Op> own = new ArrayList<>();
            for (Segment over : pieces(edges.get(i))) {
                for (int k = 0; k < i; k++) {
                    for (Segment below : pieces(edges.get(k))) {
                        if (over.crosses(below)) {
                            own.add(gap(over, below, containers, palette));
                        }
                    }
                }
            }
            if (!own.isEmpty()) {
                gaps.put(i, own);
            }
        }
        return gaps;
    }

    private static List<Segment> pieces(List<Route> legs) {
        return legs.stream().flatMap(r -> r.segments().stream()).toList();
    }

    private static Op gap(
            Segment over, Segment below, List<Item.Container> containers, Palette palette) {
        boolean flat = over.isHorizontal();
        Point at =
                flat
                        ? new Point(below.from().x(), over.from().y())
                        : new Point(over.from().x(), below.from().y());
        Area area = Area.around(at, 2 * (flat ? THICK : GAP), 2 * (flat ? GAP : THICK));
        return new Op.Block(area, 0, ground(at, containers, palette), Pen.NONE);
    }

    /// Containers come from the outside in: the last one around a point is what is seen there.
    private static int ground(Point at, List<Item.Container> containers, Palette palette) {
        int colour = palette.of(Ink.CANVAS);
        for (Item.Container c : containers) {
            colour = c.area().contains(at) ? c.paint().fill() : colour;
        }
        return colour;
    }
}
