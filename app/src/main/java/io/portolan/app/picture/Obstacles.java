package io.portolan.app.picture;

import io.portolan.model.design.ElementId;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/// What lines and labels have to mind: nodes, the writing in the headers of containers, and the
/// borders of containers.
record Obstacles(SequencedMap<ElementId, Area> nodes, List<Area> headers, List<Area> frames) {
    private static final double HEADER_HEIGHT = 26;
    private static final double HEADER_INSET = 8;

    static Obstacles of(EdgeScene.Boxes boxes) {
        SequencedMap<ElementId, Area> nodes = new LinkedHashMap<>();
        boxes.nodes().forEach(n -> nodes.put(n.id(), n.area()));
        return new Obstacles(
                Collections.unmodifiableSequencedMap(nodes),
                boxes.containers().stream().map(Obstacles::header).toList(),
                boxes.containers().stream().map(Item.Container::area).toList());
    }

    Surface surface(List<Segment> drawn) {
        return new Surface(this, drawn);
    }

    private static Area header(Item.Container container) {
        Bounds text = new Bounds();
        Point corner = container.area().corner().plus(HEADER_INSET, HEADER_INSET / 2);
        text.add(new Area(corner.x(), corner.y(), 1, HEADER_HEIGHT));
        for (Op op : container.ops()) {
            if (op instanceof Op.Words w) {
                double wide = TextMeasure.width(w.text(), w.type());
                text.add(new Area(w.at().x(), corner.y(), wide + HEADER_INSET, HEADER_HEIGHT));
            }
        }
        return text.area();
    }
}
