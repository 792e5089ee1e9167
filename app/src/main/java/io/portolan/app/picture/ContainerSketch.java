package io.portolan.app.picture;

import io.portolan.model.design.Element;
import io.portolan.model.design.Kinds;

import java.util.ArrayList;
import java.util.List;

/// Draws a container: a quiet box with icon, name and facts in its header.
record ContainerSketch(Element element, Area area, Contents contents, Palette palette) {
    private static final double LINE = 1.2;
    private static final double ICON = 17;
    private static final double NAME_LEFT = 34;
    private static final double BASELINE = 21;
    private static final double APART = 10;

    /// What a container shows of others: its depth, how many nodes it holds and of what kind, the
    /// words of its mesh (may be empty), problems.
    record Contents(int depth, int holds, String word, String mesh, int problems) {}

    Item.Container draw() {
        Item.Paint paint =
                new Item.Paint(
                        palette.of(Family.fill(element)),
                        palette.of(Family.line(element)),
                        palette.of(Family.of(element)));
        return new Item.Container(
                element.id(),
                area,
                contents.depth(),
                paint,
                new Item.Heading(
                        Kinds.nameOf(element.getClass()), element.label(), palette.of(Ink.TEXT)),
                contents.holds(),
                contents.word(),
                ops(paint),
                spoken());
    }

    /// Corners get rounder outwards.
    private double radius() {
        return Math.max(8, 12 - 2.0 * contents.depth());
    }

    private List<Op> ops(Item.Paint paint) {
        List<Op> ops = new ArrayList<>();
        ops.add(new Op.Block(area, radius(), paint.fill(), Pen.solid(paint.line(), LINE)));
        Point icon = area.corner().plus(11, 8);
        ops.add(Icons.of(element.getClass(), icon, ICON, paint.family()));
        double room = area.width() - NAME_LEFT - APART;
        String name = TextMeasure.fitted(element.label(), Type.NAME, room);
        Point at = area.corner().plus(NAME_LEFT, BASELINE);
        ops.add(new Op.Words(name, at, Type.NAME, palette.of(Ink.TEXT)));
        facts(ops, at, room, TextMeasure.width(name, Type.NAME) + APART);
        ops.addAll(Badge.of(contents.problems(), area, palette));
        return ops;
    }

    private void facts(List<Op> ops, Point at, double room, double used) {
        String text = TextMeasure.fitted(facts(), Type.HEADER_FACT, room - used);
        if (!text.isEmpty()) {
            Point after = at.plus(used, 0);
            ops.add(new Op.Words(text, after, Type.HEADER_FACT, palette.of(Ink.MUTED)));
        }
    }

    private String facts() {
        String own = Facts.of(element);
        return own.isEmpty() ? contents.mesh() : own;
    }

    private String spoken() {
        String held = contents.holds() == 0 ? "empty" : contents.holds() + " " + contents.word();
        String facts = facts().isEmpty() ? held : facts() + ", " + held;
        return Spoken.of(element, facts, !contents.mesh().isEmpty(), contents.problems());
    }
}
