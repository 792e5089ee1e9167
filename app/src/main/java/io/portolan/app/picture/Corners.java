package io.portolan.app.picture;

import java.util.ArrayList;
import java.util.List;

/// Takes the points out of a way at which it does not turn.
final class Corners {
    private static final double SAME = 0.01;

    private Corners() {}

    static List<Point> only(List<Point> way) {
        List<Point> kept = new ArrayList<>();
        for (Point p : way) {
            if (!kept.isEmpty() && kept.getLast().walkTo(p) < SAME) {
                continue;
            }
            if (kept.size() > 1 && inLine(kept.get(kept.size() - 2), kept.getLast(), p)) {
                kept.removeLast();
            }
            kept.add(p);
        }
        return kept.size() == 1 ? List.of(kept.getFirst(), kept.getFirst()) : kept;
    }

    private static boolean inLine(Point a, Point b, Point c) {
        return (Math.abs(a.x() - b.x()) < SAME && Math.abs(b.x() - c.x()) < SAME)
                || (Math.abs(a.y() - b.y()) < SAME && Math.abs(b.y() - c.y()) < SAME);
    }
}
