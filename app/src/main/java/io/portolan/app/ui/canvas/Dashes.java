package io.portolan.app.ui.canvas;

import io.portolan.app.picture.Area;
import io.portolan.app.picture.Dash;
import io.portolan.app.picture.Pen;
import io.portolan.app.picture.Point;
import io.portolan.app.picture.Route;

import javafx.scene.canvas.GraphicsContext;
import javafx.scene.image.Image;
import javafx.scene.image.PixelWriter;
import javafx.scene.image.WritableImage;
import javafx.scene.paint.Color;

import java.util.HashMap;
import java.util.Map;

/// Lines seen from afar: thin, without round corners, and broken at a size that can be seen at any
/// zoom, because the breaks are the verdict. A broken piece is copied from a strip: one call
/// instead of one for each mark.
final class Dashes {
    /// Marks and gaps are this much shorter than close by.
    private static final double SHORTER = 0.8;

    private static final int STRIP = 600;

    private final Map<Key, Strip> strips = new HashMap<>();

    private record Key(Dash dash, int width, int colour, double scale, boolean flat) {}

    /// A long broken line in pixels of the device, and after how many it repeats itself.
    private record Strip(Image image, int period) {}

    /// Where and how to draw.
    record Sheet(GraphicsContext g, Viewport view, PixelGrid pixels) {}

    /// Draws a line and returns the number of calls that took.
    int draw(Sheet on, Route route, Pen pen) {
        double width = on.pixels().width(pen.width() * on.view().zoom());
        int calls = 0;
        double walked = 0;
        Point from = on.view().toScreen(route.start());
        for (int i = 1; i < route.points().size(); i++) {
            Point to = on.view().toScreen(route.points().get(i));
            Area bar = bar(on.pixels(), Area.between(from, to), width);
            calls +=
                    pen.dash() == Dash.SOLID
                            ? solid(on.g(), bar, pen)
                            : broken(on, bar, pen, walked);
            walked += from.walkTo(to);
            from = to;
        }
        return calls;
    }

    /// The piece on whole pixels; both ends reach round the corner.
    private static Area bar(PixelGrid pixels, Area line, double width) {
        double x = pixels.snap(line.x() - width / 2);
        double y = pixels.snap(line.y() - width / 2);
        return new Area(
                x,
                y,
                pixels.snap(line.right() - width / 2) + width - x,
                pixels.snap(line.bottom() - width / 2) + width - y);
    }

    private static int solid(GraphicsContext g, Area bar, Pen pen) {
        Color colour = Colours.of(pen.colour());
        if (!colour.equals(g.getFill())) {
            g.setFill(colour);
        }
        g.fillRect(bar.x(), bar.y(), bar.width(), bar.height());
        return 1;
    }

    private int broken(Sheet on, Area bar, Pen pen, double walked) {
        boolean flat = bar.width() >= bar.height();
        double scale = on.pixels().scale();
        int thick = (int) Math.round((flat ? bar.height() : bar.width()) * scale);
        Strip strip = strip(new Key(pen.dash(), thick, pen.colour(), scale, flat));
        int left = (int) Math.round((flat ? bar.width() : bar.height()) * scale);
        int phase = (int) (Math.round(walked * scale) % strip.period());
        int reach = STRIP - STRIP % strip.period();
        int calls = 0;
        for (int at = 0; at < left; at += reach) {
            int piece = Math.min(left - at, reach);
            copy(on.g(), strip.image(), new Cut(bar, flat, phase, at, piece), scale);
            calls++;
        }
        return calls;
    }

    /// `piece` pixels from `phase` on the strip to `at` on the bar.
    private record Cut(Area bar, boolean flat, int phase, int at, int piece) {}

    private static void copy(GraphicsContext g, Image strip, Cut cut, double scale) {
        Area bar = cut.bar();
        double at = cut.at() / scale;
        double length = cut.piece() / scale;
        if (cut.flat()) {
            g.drawImage(
                    strip,
                    cut.phase(),
                    0,
                    cut.piece(),
                    strip.getHeight(),
                    bar.x() + at,
                    bar.y(),
                    length,
                    bar.height());
        } else {
            g.drawImage(
                    strip,
                    0,
                    cut.phase(),
                    strip.getWidth(),
                    cut.piece(),
                    bar.x(),
                    bar.y() + at,
                    bar.width(),
                    length);
        }
    }

    private Strip strip(Key key) {
        return strips.computeIfAbsent(key, Dashes::paint);
    }

    private static Strip paint(Key key) {
        int mark = pixels(key.dash().mark() * key.scale());
        int period = mark + pixels(key.dash().gap() * key.scale());
        int length = STRIP + period;
        WritableImage image =
                new WritableImage(
                        key.flat() ? length : key.width(), key.flat() ? key.width() : length);
        PixelWriter writer = image.getPixelWriter();
        for (int i = 0; i < length; i++) {
            for (int k = 0; k < key.width() && i % period < mark; k++) {
                writer.setArgb(key.flat() ? i : k, key.flat() ? k : i, key.colour());
            }
        }
        return new Strip(image, period);
    }

    private static int pixels(double length) {
        return (int) Math.max(1, Math.rint(length * SHORTER));
    }
}
