package io.portolan.app.picture;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// Finds places for the labels of lines: never on a node, a header, a sign or another label, and if
/// it can be helped not on another line.
final class LabelPlacer {
    static final double HEIGHT = 20;
    private static final double SIDE = 11;
    private static final double APART = 4;
    private static final double NEAR = 2;
    private static final double BESIDE = 17;
    private static final double[] SHARES = {0.5, 0.35, 0.65, 0.2, 0.8};
    private static final double[] ASIDE = {1, 1.5, 2.2};
    private static final int PIECES = 5;
    private static final double LINE_HIT = 60;

    /// With more lines than this labels only mind boxes and each other.
    private static final int CROWDED = 3_000;

    private final SpatialIndex boxes;
    private final SpatialIndex lines;
    private final List<Segment> segments;
    private final Occupied taken = new Occupied();

    LabelPlacer(List<Area> boxes, List<Segment> segments) {
        this.boxes = new SpatialIndex(boxes);
        this.segments = List.copyOf(segments);
        boolean minded = segments.size() <= CROWDED;
        this.lines =
                new SpatialIndex(
                        minded ? segments.stream().map(Segment::bounds).toList() : List.of());
    }

    /// Keeps labels away from here.
    void keepFree(Area area) {
        taken.add(area.grownBy(APART));
    }

    /// Keeps labels away from here if there is none yet.
    boolean keepIfFree(Area area) {
        boolean free = isFree(area);
        if (free) {
            keepFree(area);
        }
        return free;
    }

    static double width(String text) {
        return TextMeasure.width(text, Type.PILL) + 2 * SIDE;
    }

    /// The best place for a label of that width beside or on these ways; none if there is no room.
    Optional<Area> place(double width, List<Route> ways) {
        Optional<Area> found =
                candidates(width, ways, segments.size() > CROWDED ? 1 : PIECES).stream()
                        .filter(c -> isFree(c.area()))
                        .min(Comparator.comparingDouble(c -> c.cost() + hits(c.area(), ways)))
                        .map(Candidate::area);
        found.ifPresent(this::keepFree);
        return found;
    }

    private record Candidate(Area area, double cost) {}

    private boolean isFree(Area area) {
        return !boxes.anyIn(area.grownBy(NEAR)) && !taken.overlaps(area);
    }

    private double hits(Area area, List<Route> own) {
        if (segments.size() > CROWDED) {
            return 0;
        }
        int[] hits = {0};
        lines.visit(
                area.grownBy(1),
                i -> {
                    Segment line = segments.get(i);
                    hits[0] += own.stream().anyMatch(r -> r.segments().contains(line)) ? 0 : 1;
                });
        return LINE_HIT * hits[0];
    }

    private static List<Candidate> candidates(double width, List<Route> ways, int most) {
        List<Segment> pieces = new ArrayList<>();
        ways.forEach(w -> pieces.addAll(w.segments()));
        pieces.sort(Comparator.comparingDouble(Segment::length).reversed());
        List<Candidate> all = new ArrayList<>();
        for (int rank = 0; rank < Math.min(most, pieces.size()); rank++) {
            for (double share : SHARES) {
                double cost = 12.0 * rank + 20 * Math.abs(share - 0.5);
                add(all, pieces.get(rank), share, width, cost);
            }
        }
        return all;
    }

    private static void add(
            List<Candidate> all, Segment piece, double share, double width, double cost) {
        Point at = piece.at(piece.length() * share);
        double reach = Math.min(share, 1 - share) * piece.length();
        boolean flat = piece.isHorizontal();
        if (reach >= (flat ? width : HEIGHT) / 2 + 12) {
            all.add(new Candidate(Area.around(at, width, HEIGHT), cost));
        }
        for (double aside : ASIDE) {
            double off = flat ? aside * BESIDE : aside * SIDE + width / 2;
            double dear = cost + 8 + 30 * (aside - 1);
            Point before = flat ? at.plus(0, -off) : at.plus(off, 0);
            Point behind = flat ? at.plus(0, off) : at.plus(-off, 0);
            all.add(new Candidate(Area.around(before, width, HEIGHT), dear));
            all.add(new Candidate(Area.around(behind, width, HEIGHT), dear + 1));
        }
    }

    /// The pill with its words.
    static List<Op> pill(Area area, String text, int colour, Palette palette) {
        double wide = TextMeasure.width(text, Type.PILL);
        Point at = new Point(area.centre().x() - wide / 2, area.centre().y() + 3.7);
        int line = palette.mixedOver(colour, Ink.NODE, 0.5);
        return List.of(
                new Op.Block(area, HEIGHT / 2, palette.of(Ink.NODE), Pen.solid(line, 1)),
                new Op.Words(text, at, Type.PILL, colour));
    }
}
