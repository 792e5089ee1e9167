package io.portolan.app.ui.canvas;

import io.portolan.app.picture.Area;
import io.portolan.app.picture.Ink;
import io.portolan.app.picture.Item;
import io.portolan.app.picture.Op;
import io.portolan.app.picture.Point;
import io.portolan.app.picture.TextMeasure;
import io.portolan.app.picture.Type;

import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Paints a drawing that is seen from afar: boxes with names, boxes, or containers alone. What
/// matters keeps its size: names, breaks of lines and signs of verdicts, numbers of problems.
final class FarPainter {
    private static final double FAR_SHARE = 0.5;

    /// Type that keeps its size whatever the zoom.
    private static final Fonts FIXED = new Fonts(1);

    private static final Fonts SMALL = new Fonts(Caption.SMALL / Type.FACT.size());

    private final Dashes dashes = new Dashes();
    private final BundleMemory bundles = new BundleMemory();
    private final Map<CaptionKey, Caption> captions = new HashMap<>();
    private CardSheet cards = new CardSheet(n -> new SmallCard(n, 1).ops());
    private double zoom = 1;

    private record CaptionKey(String name, double wide, double high) {}

    /// Makes the images of boxes with names.
    void prepare(List<Item.Node> nodes, ContentPainter.Frame frame) {
        double now = frame.view().zoom();
        if (now != zoom) {
            zoom = now;
            cards = new CardSheet(n -> new SmallCard(n, now).ops());
            captions.clear();
        }
        cards.prepare(nodes, now, frame.scale(), FIXED);
    }

    /// Returns the number of calls that the pencil does not count.
    int paint(
            GraphicsContext g,
            Pencil pencil,
            ContentPainter.Frame frame,
            ContentPainter.Seen seen) {
        seen.containers().forEach(c -> pencil.box(c.area(), c.paint()));
        int calls = lines(g, pencil, frame, seen);
        for (Item.Node node : seen.nodes()) {
            if (frame.detail() == Detail.NAME) {
                cards.paint(g, node, frame.view());
                calls++;
                name(pencil, frame, node);
            } else {
                box(pencil, frame, node);
            }
        }
        if (frame.detail() != Detail.OUTLINE) {
            Signs signs = new Signs(pencil, frame);
            seen.edges().forEach(signs::verdict);
            seen.nodes().forEach(signs::problems);
        }
        Headings.write(pencil, frame, seen.containers());
        return calls;
    }

    private int lines(
            GraphicsContext g,
            Pencil pencil,
            ContentPainter.Frame frame,
            ContentPainter.Seen seen) {
        if (frame.detail() == Detail.OUTLINE) {
            bundles.of(frame).forEach(b -> b.draw(pencil, frame.view()));
            return 0;
        }
        Dashes.Sheet sheet = new Dashes.Sheet(g, frame.view(), frame.pixels());
        int calls = 0;
        for (Item.Edge edge : seen.edges()) {
            for (Op op : edge.under()) {
                if (op instanceof Op.Line line) {
                    calls += dashes.draw(sheet, line.route(), line.pen());
                } else if (op instanceof Op.Arrow && frame.detail() == Detail.NAME) {
                    pencil.draw(op);
                }
            }
        }
        return calls;
    }

    /// Colours of many small boxes are softer: together they would be louder than the lines.
    private static void box(Pencil pencil, ContentPainter.Frame frame, Item.Node node) {
        Area at = frame.view().toScreen(node.area());
        int soft = frame.palette().mixedOver(node.paint().family(), Ink.NODE, FAR_SHARE);
        double wide = Math.max(1, at.width());
        double high = Math.max(1, at.height());
        pencil.fillRect(at.x(), at.y(), wide, high, Colours.of(soft));
    }

    private void name(Pencil pencil, ContentPainter.Frame frame, Item.Node node) {
        Area room = new SmallCard(node, zoom).room(frame.view());
        if (room.height() < Caption.SMALL) {
            return;
        }
        String name = node.heading().name();
        Caption caption =
                captions.computeIfAbsent(
                        new CaptionKey(name, room.width(), room.height()),
                        k -> Caption.of(k.name(), k.wide(), k.high()));
        Color colour = Colours.of(node.heading().colour());
        Fonts fonts = caption.size() == Caption.SMALL ? SMALL : FIXED;
        double y = room.centre().y() - caption.lineHeight() * (caption.lines().size() - 1) / 2;
        for (String line : caption.lines()) {
            double wide = TextMeasure.width(line, Type.FACT) * fonts.zoom();
            double x = room.x() + Math.max(0, (room.width() - wide) / 2);
            pencil.write(
                    line, new Point(x, y + caption.size() * 0.36), fonts.of(Type.FACT), colour);
            y += caption.lineHeight();
        }
    }
}
