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
        if (edges.size() > MOST) {
            return gaps;
        }
        List<Piece> pieces = pieces(edges);
        SpatialIndex index = new SpatialIndex(pieces.stream().map(p -> p.line().bounds()).toList());
        for (Piece over : pieces) {
            List<Integer> near = new ArrayList<>();
            index.visit(over.line().bounds(), near::add);
            near.stream()
                    .sorted()
                    .map(pieces::get)
                    .filter(below -> below.edge() < over.edge() && below.crosses(over))
                    .map(below -> gap(over.line(), below.line(), containers, palette))
                    .forEach(g -> gaps.computeIfAbsent(over.edge(), _ -> new ArrayList<>()).add(g));
        }
        return gaps;
    }

    /// A straight piece of the line with that number.
    private record Piece(int edge, Segment line) {
        boolean crosses(Piece other) {
            return line.crosses(other.line);
        }
    }

    private static List<Piece> pieces(List<List<Route>> edges) {
        List<Piece> pieces = new ArrayList<>();
        for (int i = 0; i < edges.size(); i++) {
            for (Route leg : edges.get(i)) {
                for (Segment line : leg.segments()) {
                    pieces.add(new Piece(i, line));
                }
            }
        }
        return pieces;
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
