package io.portolan.app.picture;

import java.util.ArrayList;
import java.util.List;

/// What lines have to mind: boxes they must not enter, writing they should not cross, and the lines
/// that are there already.
final class Surface {
    /// Lines keep this far from boxes they do not belong to.
    static final double CLEARANCE = 8;

    private final Found<Area> boxes;
    private final Found<Area> headers;
    private final Found<Area> frames;
    private final Found<Segment> before;
    private final List<Segment> drawn = new ArrayList<>();

    /// `before` are the lines that stay as they are.
    Surface(Obstacles obstacles, List<Segment> before) {
        this.boxes = Found.of(List.copyOf(obstacles.nodes().values()));
        this.headers = Found.of(obstacles.headers());
        this.frames = Found.of(obstacles.frames());
        this.before =
                new Found<>(
                        List.copyOf(before),
                        new SpatialIndex(before.stream().map(Segment::bounds).toList()));
    }

    /// Things and where they are.
    private record Found<T>(List<T> all, SpatialIndex index) {
        static Found<Area> of(List<Area> areas) {
            return new Found<>(areas, new SpatialIndex(areas));
        }

        /// In the order of the list, whatever the order of the index.
        List<T> in(Area region) {
            List<Integer> numbers = new ArrayList<>();
            index.visit(region, numbers::add);
            return numbers.stream().sorted().map(all::get).toList();
        }
    }

    List<Area> boxesIn(Area region) {
        return boxes.in(region);
    }

    List<Area> headersIn(Area region) {
        return headers.in(region);
    }

    /// The borders of containers, which lines may cross but should not follow.
    List<Area> framesIn(Area region) {
        return frames.in(region);
    }

    List<Segment> drawnIn(Area region) {
        List<Segment> found = new ArrayList<>(before.in(region.grownBy(1)));
        drawn.stream().filter(s -> region.overlaps(s.bounds().grownBy(1))).forEach(found::add);
        return found;
    }

    void add(Route route) {
        drawn.addAll(route.segments());
    }

    /// Whether a piece keeps clear of all boxes; `margin` is the distance kept.
    boolean isFree(Segment piece, double margin) {
        return !boxes.index().anyIn(piece.bounds().grownBy(margin));
    }

    /// Whether another line runs on top of this piece.
    boolean isTaken(Segment piece) {
        Area near = piece.bounds().grownBy(CLEARANCE / 2);
        return drawnIn(near).stream()
                .anyMatch(s ->
                        s.isHorizontal() == piece.isHorizontal()
                                && near.overlaps(s.bounds().grownBy(0.5)));
    }
}
