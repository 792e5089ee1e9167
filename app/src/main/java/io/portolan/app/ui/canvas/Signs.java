package io.portolan.app.ui.canvas;

import io.portolan.app.picture.Area;
import io.portolan.app.picture.Ink;
import io.portolan.app.picture.Item;
import io.portolan.app.picture.Op;
import io.portolan.app.picture.Pen;
import io.portolan.app.picture.Point;

/// The signs of verdicts and problems seen from afar, never smaller than can be seen: with names a
/// disc with its sign; at boxes a full disc where a flow is stopped and a hollow one where it is
/// not defined.
record Signs(Pencil pencil, ContentPainter.Frame frame) {
    private static final double LEAST_DISC = 6;
    private static final double DOT = 4;
    private static final double RING = 1.6;
    private static final double PROBLEM = 3;

    void verdict(Item.Edge edge) {
        for (Op op : edge.ops()) {
            if (op instanceof Op.Disc disc) {
                verdict(disc);
            }
        }
    }

    private void verdict(Op.Disc disc) {
        double zoom = frame.view().zoom();
        if (frame.detail() == Detail.NAME) {
            double radius = Math.max(disc.radius(), LEAST_DISC / zoom);
            pencil.draw(new Op.Disc(disc.centre(), radius, disc.fill(), disc.sign(), disc.ink()));
            return;
        }
        switch (disc.sign()) {
            case CROSS, PART, CHECK, ALARM -> dot(disc.centre(), DOT, disc.fill(), Pen.NONE);
            case QUESTION -> {
                int inside = frame.palette().of(Ink.NODE);
                dot(disc.centre(), DOT, inside, Pen.solid(disc.fill(), RING / zoom));
            }
        }
    }

    /// A dot at the corner of a box that has problems; their number is for those who come near.
    void problems(Item.Node node) {
        if (node.problems() > 0) {
            Point corner = new Point(node.area().right(), node.area().y());
            dot(corner, PROBLEM, frame.palette().of(Ink.DENY), Pen.NONE);
        }
    }

    private void dot(Point centre, double radius, int fill, Pen pen) {
        double r = radius / frame.view().zoom();
        pencil.draw(new Op.Block(Area.around(centre, 2 * r, 2 * r), r, fill, pen));
    }
}
