package io.portolan.app.picture;

import java.util.ArrayList;
import java.util.List;

/// A picture on a sheet: its operations from back to front, with a margin and the legend.
record Page(Area area, int ground, List<Op> ops) {
    private static final double MARGIN = 24;

    Page {
        ops = List.copyOf(ops);
    }

    static Page of(Picture picture) {
        DisplayList list = picture.list();
        List<Op> ops = new ArrayList<>();
        list.containers().forEach(c -> ops.addAll(c.ops()));
        list.edges().forEach(e -> ops.addAll(e.under()));
        list.nodes().forEach(n -> ops.addAll(n.ops()));
        list.edges().forEach(e -> ops.addAll(e.ops()));
        Area drawing = list.bounds();
        List<Op> legend = Legend.below(list, picture.palette());
        ops.addAll(legend);
        Area all = legend.isEmpty() ? drawing : drawing.union(Legend.area(drawing));
        return new Page(all.grownBy(MARGIN), picture.palette().of(Ink.CANVAS), ops);
    }
}
