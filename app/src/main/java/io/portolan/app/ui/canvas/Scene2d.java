package io.portolan.app.ui.canvas;

import io.portolan.app.picture.Area;
import io.portolan.app.picture.DisplayList;
import io.portolan.app.picture.EdgeId;
import io.portolan.app.picture.Item;
import io.portolan.app.picture.Palette;
import io.portolan.app.picture.Point;
import io.portolan.app.picture.SpatialIndex;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.IntConsumer;

/// A display list with what is needed to find things in it by place.
final class Scene2d {
    private final DisplayList list;
    private final Palette palette;
    private final SpatialIndex containers;
    private final SpatialIndex edges;
    private final SpatialIndex nodes;

    /// `palette` is the theme that the list is drawn in.
    Scene2d(DisplayList list, Palette palette) {
        this.list = list;
        this.palette = palette;
        this.containers = new SpatialIndex(list.containers().stream().map(Item::bounds).toList());
        this.edges = new SpatialIndex(list.edges().stream().map(Item::bounds).toList());
        this.nodes = new SpatialIndex(list.nodes().stream().map(Item::bounds).toList());
    }

    DisplayList list() {
        return list;
    }

    Palette palette() {
        return palette;
    }

    List<Item.Container> containersIn(Area seen) {
        return pick(list.containers(), containers, seen);
    }

    List<Item.Edge> edgesIn(Area seen) {
        return pick(list.edges(), edges, seen);
    }

    List<Item.Node> nodesIn(Area seen) {
        return pick(list.nodes(), nodes, seen);
    }

    /// The node at a point, else the innermost container.
    Optional<Item> elementAt(Point p) {
        Area spot = Area.around(p, 0, 0);
        List<Item.Node> hit = nodesIn(spot);
        if (!hit.isEmpty()) {
            return Optional.of(hit.getLast());
        }
        List<Item.Container> around = containersIn(spot);
        return around.isEmpty() ? Optional.empty() : Optional.of(around.getLast());
    }

    /// The line nearest to a point, not farther than `reach`; labels count as part of it.
    Optional<EdgeId> edgeAt(Point p, double reach) {
        EdgeId nearest = null;
        double least = reach;
        for (Item.Edge edge : edgesIn(Area.around(p, 2 * reach, 2 * reach))) {
            double distance =
                    edge.label().filter(a -> a.contains(p)).isPresent()
                            ? 0
                            : edge.legs().stream()
                                    .mapToDouble(l -> l.distanceTo(p))
                                    .min()
                                    .orElse(Double.MAX_VALUE);
            if (distance <= least) {
                least = distance;
                nearest = edge.id();
            }
        }
        return Optional.ofNullable(nearest);
    }

    /// In the order of the list, which is the order of painting.
    private static <T> List<T> pick(List<T> all, SpatialIndex index, Area seen) {
        int[] found = new int[16];
        int[] count = {0};
        int[][] box = {found};
        IntConsumer add =
                i -> {
                    if (count[0] == box[0].length) {
                        box[0] = Arrays.copyOf(box[0], 2 * count[0]);
                    }
                    box[0][count[0]++] = i;
                };
        index.visit(seen, add);
        Arrays.sort(box[0], 0, count[0]);
        List<T> picked = new ArrayList<>(count[0]);
        for (int k = 0; k < count[0]; k++) {
            picked.add(all.get(box[0][k]));
        }
        return picked;
    }
}
