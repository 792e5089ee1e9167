package io.portolan.app.picture;

import io.portolan.app.layout.Measures;
import io.portolan.model.design.Element;
import io.portolan.model.design.ElementId;
import io.portolan.model.design.Kinds;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Draws a node: icon tile, name, a line of facts, mesh glyph, number of problems.
record NodeSketch(Element element, Area area, Surroundings around, Palette palette) {
    private static final double TILE_RADIUS = 7.5;
    private static final double TILE_SHARE = 0.1;
    private static final double INSET = 8;
    private static final double TEXT_LEFT = 49;
    private static final double RIGHT = 5;
    private static final double MESH_SIZE = 14;
    private static final double MESH_RIGHT = 22;

    /// What a node shows of others: container, mesh, problems.
    record Surroundings(Optional<ElementId> parent, boolean meshed, int problems) {}

    Item.Node draw() {
        Ink family = Family.of(element);
        Item.Paint paint =
                new Item.Paint(palette.of(Ink.NODE), palette.of(Ink.NODE_LINE), palette.of(family));
        return new Item.Node(
                element.id(),
                around.parent(),
                area,
                paint,
                new Item.Heading(
                        Kinds.nameOf(element.getClass()), element.label(), palette.of(Ink.TEXT)),
                around.problems(),
                ops(family),
                spoken());
    }

    private List<Op> ops(Ink family) {
        List<Op> ops = new ArrayList<>();
        ops.add(
                new Op.Card(
                        area,
                        Measures.NODE_RADIUS,
                        palette.of(Ink.NODE),
                        Pen.solid(palette.of(Ink.NODE_LINE), 1),
                        palette.shadow()));
        tile(ops, family);
        texts(ops);
        if (around.meshed()) {
            Point at = new Point(area.right() - MESH_RIGHT, middle() - 15);
            ops.add(Icons.named(Icons.MESH, at, MESH_SIZE, palette.of(Ink.MESH)));
        }
        ops.addAll(Badge.of(around.problems(), area, palette));
        return ops;
    }

    private void tile(List<Op> ops, Ink family) {
        double top = middle() - Measures.TILE / 2.0;
        Area tile = new Area(area.x() + INSET, top, Measures.TILE, Measures.TILE);
        int soft = palette.mixed(family, Ink.NODE, TILE_SHARE);
        ops.add(new Op.Block(tile, TILE_RADIUS, soft, Pen.NONE));
        double inset = (Measures.TILE - Measures.TILE_ICON) / 2.0;
        Point at = new Point(tile.x() + inset, tile.y() + inset);
        ops.add(Icons.of(element.getClass(), at, Measures.TILE_ICON, palette.of(family)));
    }

    private void texts(List<Op> ops) {
        String facts = Facts.of(element);
        double left = area.x() + TEXT_LEFT;
        double room = area.width() - TEXT_LEFT - RIGHT;
        double nameRoom = around.meshed() ? room - MESH_RIGHT + RIGHT : room;
        Point name = new Point(left, middle() + (facts.isEmpty() ? 4.5 : -3));
        write(ops, TextMeasure.fitted(element.label(), Type.NAME, nameRoom), name, Type.NAME);
        Point below = new Point(left, middle() + 13);
        write(ops, fitted(facts, room), below, Type.FACT);
    }

    /// What is known in the room there is: rather fewer facts than one cut off. The kind or address
    /// and the last fact (ports) say most, so what is between goes first.
    private static String fitted(String facts, double room) {
        String text = facts;
        while (TextMeasure.width(text, Type.FACT) > room && text.contains(Facts.DOT)) {
            int last = text.lastIndexOf(Facts.DOT);
            int before = text.lastIndexOf(Facts.DOT, last - 1);
            text =
                    before < 0
                            ? text.substring(0, last)
                            : text.substring(0, before) + text.substring(last);
        }
        return TextMeasure.fitted(text, Type.FACT, room);
    }

    private void write(List<Op> ops, String text, Point at, Type type) {
        if (!text.isEmpty()) {
            int colour = palette.of(type == Type.NAME ? Ink.TEXT : Ink.MUTED);
            ops.add(new Op.Words(text, at, type, colour));
        }
    }

    private double middle() {
        return area.y() + area.height() / 2;
    }

    private String spoken() {
        return Spoken.of(element, Facts.of(element), around.meshed(), around.problems());
    }
}
