package io.portolan.app.picture;

import java.util.List;

/// What a painter can do; the operations of a drawing come down to these four.
interface Brush {
    void fill(List<Outline.Step> shape, int colour);

    void stroke(List<Outline.Step> way, Pen pen);

    /// The soft shadow of a shape.
    void shadow(Area area, double radius, int colour);

    void write(Op.Words words);

    /// Puts an operation on the drawing.
    default void draw(Op op) {
        switch (op) {
            case Op.Block b -> block(b.area(), b.radius(), b.fill(), b.pen());
            case Op.Card c -> {
                shadow(c.area(), c.radius(), c.shadow());
                block(c.area(), c.radius(), c.fill(), c.pen());
            }
            case Op.Line l -> stroke(Outline.of(l.route()), l.pen());
            case Op.Arrow a -> fill(Outline.of(a), a.colour());
            case Op.Disc d -> {
                fill(Outline.circle(d.centre(), d.radius()), d.fill());
                stroke(Outline.sign(d), Pen.solid(d.ink(), 2));
            }
            case Op.Words w -> write(w);
            case Op.Glyph g -> glyph(g);
        }
    }

    private void block(Area area, double radius, int fill, Pen pen) {
        List<Outline.Step> shape = Outline.of(area, radius);
        if (fill != 0) {
            fill(shape, fill);
        }
        if (pen.draws()) {
            stroke(shape, pen);
        }
    }

    private void glyph(Op.Glyph g) {
        double scale = g.size() / 24;
        for (String path : g.paths()) {
            // Small icons keep lines of at least 1.3 units: thinner ones vanish.
            double width = Math.max(1.3, 1.6 * scale);
            stroke(Outline.parse(path, g.at(), scale), Pen.solid(g.colour(), width));
        }
    }
}
