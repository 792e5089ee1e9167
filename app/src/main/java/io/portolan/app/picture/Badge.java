package io.portolan.app.picture;

import java.util.List;

/// The number of problems at the upper right corner of a box.
public final class Badge {
    private static final double HEIGHT = 16;
    private static final double SIDE = 5;
    private static final double BASELINE = 3.6;
    private static final int MOST = 99;

    private Badge() {}

    /// What is drawn; nothing if there are no problems.
    public static List<Op> of(int problems, Area box, Palette palette) {
        if (problems == 0) {
            return List.of();
        }
        String text = text(problems);
        double wide = TextMeasure.width(text, Type.BADGE);
        Area area = area(problems, box);
        Point centre = area.centre();
        Point at = new Point(centre.x() - wide / 2, centre.y() + BASELINE);
        return List.of(
                new Op.Block(area, HEIGHT / 2, palette.of(Ink.DENY), Pen.NONE),
                new Op.Words(text, at, Type.BADGE, palette.onVerdict()));
    }

    private static String text(int problems) {
        return problems > MOST ? MOST + "+" : "" + problems;
    }

    /// Where the badge of a box is.
    static Area area(int problems, Area box) {
        double wide = TextMeasure.width(text(problems), Type.BADGE) + 2 * SIDE;
        Point centre = new Point(box.right() - 2, box.y() + 2);
        return Area.around(centre, Math.max(HEIGHT, wide), HEIGHT);
    }
}
