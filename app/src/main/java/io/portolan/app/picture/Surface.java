package io.portolan.app.picture;

import java.util.ArrayList;
import java.util.List;

/// What lines have to mind: boxes they must not enter, writing they should not cross, and the lines
/// that are there already.
final class Surface {
    /// Lines keep this far from boxes they do not belong to.
    static final double CLEARANCE = 8;

    private final List<Area> boxes;
    private final SpatialIndex index;
    private final List<Area> headers;
    private final List<Area> frames;
    private final List<Segment> drawn = new ArrayList<>();

    Surface(List<Area> boxes, List<Area> headers, List<Area> frames) {
        this.boxes = List.copyOf(boxes);
        this.index = new SpatialIndex(boxes);
        this.headers = List.copyOf(headers);
        this.frames = List.copyOf(frames);
    }

    List<Area> boxesIn(Area region) {
        List<Area> found = new ArrayList<>();
        index.visit(region, i -> found.add(boxes.get(i)));
        return found;
    }

    List<Area> headersIn(Area region) {
        return headers.stream().filter(region::overlaps).toList();
    }

    /// The borders of containers, which lines may cross but should not follow.
    List<Area> framesIn(Area region) {
        return frames.stream().filter(region::overlaps).toList();
    }

    List<Segment> drawnIn(Area region) {
        return drawn.stream().filter(s -> region.overlaps(s.bounds().grownBy(1))).toList();
    }

    void add(Route route) {
        drawn.addAll(route.segments());
    }

    /// Whether a piece keeps clear of all boxes; `margin` is the distance kept.
    boolean isFree(Segment piece, double margin) {
        return !index.anyIn(piece.bounds().grownBy(margin));
    }

    /// Whether another line runs on top of this piece.
    boolean isTaken(Segment piece) {
        Area near = piece.bounds().grownBy(CLEARANCE / 2);
        return drawn.stream()
                .anyMatch(s ->
                        s.isHorizontal() == piece.isHorizontal()
                                && near.overlaps(s.bounds().grownBy(0.5)));
    }
}
