package io.portolan.app.layout;

import io.portolan.model.design.Box;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/// Where a box of some size could go among others without touching them, the best place first.
final class FreeSpot {
    /// Places are tried on a grid of two steps.
    private static final int STEP = 2 * Measures.GRID;

    private final Box size;
    private final List<Box> others;
    private final List<Box> near;

    FreeSpot(Box size, List<Box> others, List<Box> near) {
        this.size = size;
        this.others = others;
        this.near = near;
    }

    /// The free places in a room.
    List<Box> inside(Box room) {
        return places(room).stream().sorted(byDistance()).toList();
    }

    /// The free places in a room and right around everything that is there.
    List<Box> around(Box room) {
        Box content = others.stream().reduce(room, FreeSpot::union);
        int right = content.x() + content.width();
        int bottom = content.y() + content.height();
        int wide = onStep(size.width()) + Measures.GAP + STEP;
        int high = onStep(size.height()) + Measures.GAP + STEP;
        Box larger =
                new Box(
                        content.x() - wide,
                        content.y() - high,
                        right - content.x() + 2 * wide,
                        bottom - content.y() + 2 * high);
        return places(larger).stream()
                .sorted(byGrowth(content).thenComparing(byDistance()))
                .toList();
    }

    private List<Box> places(Box room) {
        List<Box> free = new ArrayList<>();
        int left = onStep(room.x());
        int top = onStep(room.y());
        for (int y = top; y + size.height() <= room.y() + room.height(); y += STEP) {
            for (int x = left; x + size.width() <= room.x() + room.width(); x += STEP) {
                Box place = new Box(x, y, size.width(), size.height());
                if (others.stream().noneMatch(o -> touch(place, o, STEP))) {
                    free.add(place);
                }
            }
        }
        return free;
    }

    private static int onStep(int coordinate) {
        return Math.ceilDiv(coordinate, STEP) * STEP;
    }

    /// Near what it is connected to; without connections, reading order.
    private Comparator<Box> byDistance() {
        Comparator<Box> reading = Comparator.comparingInt(Box::y).thenComparingInt(Box::x);
        return near.isEmpty()
                ? reading
                : Comparator.comparingLong(this::distance).thenComparing(reading);
    }

    private long distance(Box place) {
        return near.stream()
                .mapToLong(n ->
                        Math.abs(middleX(n) - middleX(place))
                                + Math.abs(middleY(n) - middleY(place)))
                .sum();
    }

    private static long middleX(Box box) {
        return box.x() + box.width() / 2L;
    }

    private static long middleY(Box box) {
        return box.y() + box.height() / 2L;
    }

    private static Comparator<Box> byGrowth(Box content) {
        return Comparator.comparingLong(p -> area(union(content, p)));
    }

    private static long area(Box box) {
        return (long) box.width() * box.height();
    }

    /// Whether two boxes are nearer than `distance`.
    static boolean touch(Box a, Box b, int distance) {
        return a.x() < b.x() + b.width() + distance
                && b.x() < a.x() + a.width() + distance
                && a.y() < b.y() + b.height() + distance
                && b.y() < a.y() + a.height() + distance;
    }

    static Box union(Box a, Box b) {
        int x = Math.min(a.x(), b.x());
        int y = Math.min(a.y(), b.y());
        int right = Math.max(a.x() + a.width(), b.x() + b.width());
        int bottom = Math.max(a.y() + a.height(), b.y() + b.height());
        return new Box(x, y, right - x, bottom - y);
    }

    /// The box around some others.
    static Box union(Stream<Box> boxes) {
        return boxes.reduce(FreeSpot::union).orElse(new Box(0, 0, 0, 0));
    }
}
