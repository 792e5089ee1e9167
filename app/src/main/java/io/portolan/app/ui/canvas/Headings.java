package io.portolan.app.ui.canvas;

import io.portolan.app.layout.Measures;
import io.portolan.app.picture.Area;
import io.portolan.app.picture.Ink;
import io.portolan.app.picture.Item;
import io.portolan.app.picture.Palette;
import io.portolan.app.picture.Point;
import io.portolan.app.picture.TextMeasure;
import io.portolan.app.picture.Type;

import java.util.ArrayList;
import java.util.List;

/// Names and counts of containers seen from afar, on a ground of their own, none on another.
final class Headings {
    private static final Fonts FONTS = new Fonts(1);
    private static final double INSET = 5;
    private static final double LINE = 14;

    /// Least width of a container with its name; in the outline only large ones have it.
    private static final double NAME_ROOM = 46;

    private static final double OUTLINE_NAME_ROOM = 90;
    private static final double COUNT_ROOM = 40;
    private static final double LEAST_BASELINE = 10.5;
    private static final double MOST_BASELINE = 14;

    private final Pencil pencil;
    private final Palette palette;
    private final double baseline;
    private final List<Area> taken = new ArrayList<>();

    Headings(Pencil pencil, Palette palette, double zoom) {
        this.pencil = pencil;
        this.palette = palette;
        this.baseline = Math.clamp(Measures.HEADER * zoom * 0.8, LEAST_BASELINE, MOST_BASELINE);
    }

    /// Writes them at a size that can always be read, outer ones first; a name that would lie on
    /// another one is left out.
    static void write(Pencil pencil, ContentPainter.Frame frame, List<Item.Container> containers) {
        boolean outline = frame.detail() == Detail.OUTLINE;
        double room = outline ? OUTLINE_NAME_ROOM : NAME_ROOM;
        Headings headings = new Headings(pencil, frame.palette(), frame.view().zoom());
        for (Item.Container c : containers) {
            Area a = frame.view().toScreen(c.area());
            if (a.width() >= room && a.height() >= Type.PILL.size() + 4) {
                headings.name(c, a);
                if (outline && a.height() >= COUNT_ROOM) {
                    headings.count(c, a);
                }
            }
        }
    }

    private void name(Item.Container container, Area at) {
        String name =
                TextMeasure.fitted(container.heading().name(), Type.PILL, at.width() - 2 * INSET);
        write(container, name, Type.PILL, new Point(at.x() + INSET, at.y() + baseline));
    }

    private void count(Item.Container container, Area at) {
        if (container.holds() > 0) {
            String count = container.holds() + " " + container.word();
            write(container, count, Type.FACT, new Point(at.x() + INSET, at.y() + baseline + LINE));
        }
    }

    private void write(Item.Container container, String text, Type type, Point at) {
        Area room = new Area(at.x() - 2, at.y() - 10, TextMeasure.width(text, type) + 4, 13);
        if (text.isEmpty() || taken.stream().anyMatch(room::overlaps)) {
            return;
        }
        taken.add(room);
        pencil.fillRect(
                room.x(),
                room.y(),
                room.width(),
                room.height(),
                Colours.of(container.paint().fill()));
        int colour = palette.of(type == Type.FACT ? Ink.MUTED : Ink.TEXT);
        pencil.write(text, at, FONTS.of(type), Colours.of(colour));
    }
}
