package io.portolan.app.picture;

import java.util.List;

/// Draws what a lens does not show in colours close to the ground. Nothing moves: who looks through
/// a lens still knows the drawing.
record Fading(Lens lens, Palette palette) {
    /// How much of a colour stays: text can still be made out, lines do not compete.
    private static final double SHARE = 0.22;

    private static final int COLOUR = 0xFFFFFF;

    DisplayList of(DisplayList list) {
        return DisplayList.of(
                list.containers().stream().map(this::container).toList(),
                list.edges().stream().map(this::edge).toList(),
                list.nodes().stream().map(this::node).toList());
    }

    private Item.Container container(Item.Container c) {
        return lens.elements().contains(c.id())
                ? c
                : new Item.Container(
                        c.id(),
                        c.area(),
                        c.depth(),
                        paint(c.paint()),
                        heading(c.heading()),
                        c.holds(),
                        c.word(),
                        ops(c.ops()),
                        c.spoken());
    }

    private Item.Node node(Item.Node n) {
        return lens.elements().contains(n.id())
                ? n
                : new Item.Node(
                        n.id(),
                        n.parent(),
                        n.area(),
                        paint(n.paint()),
                        heading(n.heading()),
                        0,
                        ops(n.ops()),
                        n.spoken());
    }

    private Item.Edge edge(Item.Edge e) {
        return lens.edges().contains(e.id())
                ? e
                : new Item.Edge(
                        e.id(),
                        e.from(),
                        e.to(),
                        e.legs(),
                        pen(e.pen()),
                        e.label(),
                        e.bounds(),
                        ops(e.under()),
                        ops(e.ops()),
                        e.spoken());
    }

    private Item.Paint paint(Item.Paint p) {
        return new Item.Paint(faded(p.fill()), faded(p.line()), faded(p.family()));
    }

    private Item.Heading heading(Item.Heading h) {
        return new Item.Heading(h.icon(), h.name(), faded(h.colour()));
    }

    private List<Op> ops(List<Op> ops) {
        return ops.stream().map(this::op).toList();
    }

    private Op op(Op op) {
        return switch (op) {
            case Op.Block b -> new Op.Block(b.area(), b.radius(), faded(b.fill()), pen(b.pen()));
            case Op.Card c -> new Op.Card(c.area(), c.radius(), faded(c.fill()), pen(c.pen()), 0);
            case Op.Line l -> new Op.Line(l.route(), pen(l.pen()));
            case Op.Arrow a -> new Op.Arrow(a.last(), faded(a.colour()));
            case Op.Disc d ->
                    new Op.Disc(d.centre(), d.radius(), faded(d.fill()), d.sign(), faded(d.ink()));
            case Op.Words w -> new Op.Words(w.text(), w.at(), w.type(), faded(w.colour()));
            case Op.Glyph g ->
                    new Op.Glyph(g.name(), g.paths(), g.at(), g.size(), faded(g.colour()));
        };
    }

    private Pen pen(Pen pen) {
        return pen.draws() ? new Pen(faded(pen.colour()), pen.width(), pen.dash()) : pen;
    }

    /// Nothing stays nothing.
    private int faded(int argb) {
        return argb == 0 ? 0 : palette.mixedOver(argb & COLOUR, Ink.CANVAS, SHARE);
    }
}
