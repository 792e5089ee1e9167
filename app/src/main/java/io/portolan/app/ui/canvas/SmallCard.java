package io.portolan.app.ui.canvas;

import io.portolan.app.picture.Area;
import io.portolan.app.picture.Item;
import io.portolan.app.picture.Op;
import io.portolan.app.picture.Pen;
import io.portolan.app.picture.Point;

import java.util.ArrayList;
import java.util.List;

/// A node at the level of names: a box with its icon, or with a stripe in the colour of its family
/// where the icon would take the room of the name. Lengths are in pixels whatever the zoom.
record SmallCard(Item.Node node, double zoom) {
    private static final double ICON = 12;
    private static final double INSET = 4;
    private static final double STRIPE = 3;
    private static final double RADIUS = 4;

    /// Boxes narrower than this have a stripe.
    private static final double ICON_ROOM = 56;

    List<Op> ops() {
        List<Op> ops = new ArrayList<>();
        Area area = node.area();
        Pen border = Pen.solid(node.paint().line(), 1 / zoom);
        ops.add(new Op.Block(area, RADIUS / zoom, node.paint().fill(), border));
        if (hasIcon()) {
            double top = area.centre().y() - ICON / 2 / zoom;
            icon(new Point(area.x() + INSET / zoom, top), ops);
        } else {
            Area stripe =
                    new Area(area.x(), area.y(), STRIPE / zoom, area.height()).grownBy(-0.5 / zoom);
            ops.add(new Op.Block(stripe, 0, node.paint().family(), Pen.NONE));
        }
        return ops;
    }

    private void icon(Point at, List<Op> ops) {
        for (Op op : node.ops()) {
            if (op instanceof Op.Glyph own) {
                ops.add(
                        new Op.Glyph(
                                own.name(), own.paths(), at, ICON / zoom, node.paint().family()));
                return;
            }
        }
    }

    private boolean hasIcon() {
        return node.area().width() * zoom >= ICON_ROOM;
    }

    /// Where the name goes, on the screen.
    Area room(Viewport view) {
        Area at = view.toScreen(node.area());
        double left = hasIcon() ? INSET + ICON + INSET - 1 : STRIPE + INSET - 1;
        return new Area(at.x() + left, at.y() + 0.5, at.width() - left - 2, at.height() - 1);
    }
}
