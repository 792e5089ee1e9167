package io.portolan.app.ui.canvas;

import io.portolan.app.picture.Area;
import io.portolan.app.picture.Ink;
import io.portolan.app.picture.Item;
import io.portolan.app.picture.Op;
import io.portolan.app.picture.Palette;
import io.portolan.app.picture.Point;
import io.portolan.app.picture.Route;
import io.portolan.app.picture.TextMeasure;
import io.portolan.app.picture.Type;

import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;

import java.util.List;

/// Paints what is in sight, as much of it as can be seen at this zoom: containers, lines, nodes,
/// labels. Every frame begins with a ground that covers all, or the canvas would keep what it can
/// no longer show.
final class ContentPainter {
    /// Containers wider than this on the screen stand for what is inside them in the outline.
    private static final double STANDS_FOR = 60;

    /// Least width of a container with its name; in the outline only large ones have it.
    private static final double NAME_ROOM = 46;

    private static final double OUTLINE_NAME_ROOM = 90;
    private static final double FAR_SHARE = 0.5;
    private static final double COUNT_ROOM = 40;
    private static final double THICKEST = 5;

    /// Type that keeps its size whatever the zoom.
    private static final Fonts SMALL = new Fonts(1);

    private final CardSheet cards = new CardSheet();
    private final Dots dots = new Dots();
    private final Rings rings = new Rings();
    private Fonts fonts = new Fonts(1);
    private List<Bundles.Bundle> bundles = List.of();
    private Object bundledFor = List.of();

    /// One frame of a scene.
    record Frame(Scene2d scene, Viewport view, Detail detail, Palette palette, double scale) {}

    Tally paint(GraphicsContext g, Frame frame) {
        Viewport view = frame.view();
        if (fonts.zoom() != view.zoom()) {
            fonts = new Fonts(view.zoom());
        }
        Area seen = view.seen();
        List<Item.Container> containers = frame.scene().containersIn(seen);
        List<Item.Node> nodes =
                frame.detail() == Detail.OUTLINE ? loose(frame) : frame.scene().nodesIn(seen);
        List<Item.Edge> edges =
                frame.detail() == Detail.OUTLINE ? List.of() : frame.scene().edgesIn(seen);
        if (frame.detail() == Detail.FULL) {
            cards.prepare(nodes, view.zoom(), frame.scale(), fonts);
        }
        g.setTransform(1, 0, 0, 1, 0, 0);
        PixelGrid pixels = new PixelGrid(frame.scale());
        int ground = dots.paint(g, view, frame.palette(), pixels);
        Pencil pencil = new Pencil(g, view, new Pencil.Kit(fonts, pixels, rings));
        int copies =
                switch (frame.detail()) {
                    case FULL -> full(g, pencil, frame, new Seen(containers, edges, nodes));
                    case NAME -> names(pencil, frame, new Seen(containers, edges, nodes));
                    case BOX -> boxes(pencil, frame, new Seen(containers, edges, nodes));
                    case OUTLINE -> outline(pencil, frame, new Seen(containers, edges, nodes));
                };
        return new Tally(
                ground + pencil.calls() + copies, containers.size(), edges.size(), nodes.size());
    }

    /// What is in sight, in the order of painting.
    private record Seen(
            List<Item.Container> containers, List<Item.Edge> edges, List<Item.Node> nodes) {}

    private int full(GraphicsContext g, Pencil pencil, Frame frame, Seen seen) {
        seen.containers().forEach(c -> c.ops().forEach(pencil::draw));
        seen.edges().forEach(e -> e.under().forEach(pencil::draw));
        for (Item.Node node : seen.nodes()) {
            cards.paint(g, node, frame.view());
            CardSheet.own(node).forEach(pencil::draw);
        }
        seen.edges().forEach(e -> e.ops().forEach(pencil::draw));
        return seen.nodes().size();
    }

    private int names(Pencil pencil, Frame frame, Seen seen) {
        seen.containers().forEach(c -> box(pencil, frame, c.area(), c.paint()));
        seen.edges().forEach(e -> wires(pencil, frame, e));
        for (Item.Node node : seen.nodes()) {
            box(pencil, frame, node.area(), node.paint());
            Area at = frame.view().toScreen(node.area());
            stripe(pencil, at, node.paint().family());
            centred(pencil, node.heading(), at);
        }
        for (Item.Edge edge : seen.edges()) {
            edge.ops().stream().filter(op -> op instanceof Op.Disc).forEach(pencil::draw);
        }
        headings(pencil, frame, seen.containers());
        return 0;
    }

    /// The name in the middle of a box, in type that can still be read.
    private static void centred(Pencil pencil, Item.Heading heading, Area at) {
        String text = TextMeasure.fitted(heading.name(), Type.FACT, at.width() - 10);
        double wide = TextMeasure.width(text, Type.FACT);
        Point left = new Point(at.centre().x() - wide / 2 + 1, at.centre().y() + 3.6);
        if (at.height() > Type.FACT.size()) {
            pencil.write(text, left, SMALL.of(Type.FACT), Colours.of(heading.colour()));
        }
    }

    private int boxes(Pencil pencil, Frame frame, Seen seen) {
        seen.containers().forEach(c -> box(pencil, frame, c.area(), c.paint()));
        seen.edges().forEach(e -> wires(pencil, frame, e));
        for (Item.Node node : seen.nodes()) {
            Area at = frame.view().toScreen(node.area());
            pencil.fillRect(at.x(), at.y(), at.width(), at.height(), far(frame, node.paint()));
        }
        headings(pencil, frame, seen.containers());
        return 0;
    }

    private int outline(Pencil pencil, Frame frame, Seen seen) {
        seen.containers().forEach(c -> box(pencil, frame, c.area(), c.paint()));
        bundles(frame).forEach(b -> bundle(pencil, frame.view(), b));
        for (Item.Node node : seen.nodes()) {
            Area at = frame.view().toScreen(node.area());
            Color colour = far(frame, node.paint());
            pencil.fillRect(
                    at.x(), at.y(), Math.max(1, at.width()), Math.max(1, at.height()), colour);
        }
        headings(pencil, frame, seen.containers());
        return 0;
    }

    /// Colours of many small boxes are softer: together they would be louder than the lines.
    private static Color far(Frame frame, Item.Paint paint) {
        return Colours.of(frame.palette().mixedOver(paint.family(), Ink.NODE, FAR_SHARE));
    }

    /// In the outline only nodes without a container are drawn.
    private static List<Item.Node> loose(Frame frame) {
        return frame.scene().nodesIn(frame.view().seen()).stream()
                .filter(n -> n.parent().isEmpty())
                .toList();
    }

    private List<Bundles.Bundle> bundles(Frame frame) {
        // Powers of two: bundles stay the same over a range of zooms.
        double zoom = Math.pow(2, Math.floor(Math.log(frame.view().zoom()) / Math.log(2)));
        Object key = List.of(System.identityHashCode(frame.scene()), zoom);
        if (!key.equals(bundledFor)) {
            bundledFor = key;
            bundles = Bundles.of(frame.scene().list(), c -> c.area().width() * zoom >= STANDS_FOR);
        }
        return bundles;
    }

    private static void bundle(Pencil pencil, Viewport view, Bundles.Bundle bundle) {
        Point a = view.toScreen(bundle.from());
        Point b = view.toScreen(bundle.to());
        double w = Math.min(THICKEST, 1 + Math.log10(bundle.count()));
        Color colour = Colours.of(bundle.colour());
        pencil.fillRect(Math.min(a.x(), b.x()), a.y() - w / 2, Math.abs(a.x() - b.x()), w, colour);
        pencil.fillRect(b.x() - w / 2, Math.min(a.y(), b.y()), w, Math.abs(a.y() - b.y()), colour);
    }

    private static void wires(Pencil pencil, Frame frame, Item.Edge edge) {
        Color colour = Colours.of(edge.pen().colour());
        for (Route leg : edge.legs()) {
            for (int i = 1; i < leg.points().size(); i++) {
                Point a = frame.view().toScreen(leg.points().get(i - 1));
                Point b = frame.view().toScreen(leg.points().get(i));
                pencil.fillRect(
                        Math.min(a.x(), b.x()) - 0.5,
                        Math.min(a.y(), b.y()) - 0.5,
                        Math.abs(a.x() - b.x()) + 1,
                        Math.abs(a.y() - b.y()) + 1,
                        colour);
            }
        }
    }

    private static void box(Pencil pencil, Frame frame, Area area, Item.Paint paint) {
        Area a = frame.view().toScreen(area);
        pencil.fillRect(a.x(), a.y(), a.width(), a.height(), Colours.of(paint.line()));
        pencil.fillRect(
                a.x() + 1, a.y() + 1, a.width() - 2, a.height() - 2, Colours.of(paint.fill()));
    }

    private static void stripe(Pencil pencil, Area at, int colour) {
        pencil.fillRect(at.x() + 1, at.y() + 1, 3, at.height() - 2, Colours.of(colour));
    }

    /// Names of containers at a size that can always be read, outer ones first; a name that would
    /// lie on another one is left out.
    private static void headings(Pencil pencil, Frame frame, List<Item.Container> containers) {
        double room = frame.detail() == Detail.OUTLINE ? OUTLINE_NAME_ROOM : NAME_ROOM;
        Headings headings = new Headings(pencil, frame.palette(), frame.view().zoom());
        for (Item.Container c : containers) {
            Area a = frame.view().toScreen(c.area());
            if (a.width() >= room && a.height() >= Type.PILL.size() + 4) {
                headings.name(c, a);
                if (frame.detail() == Detail.OUTLINE && a.height() >= COUNT_ROOM) {
                    headings.count(c, a);
                }
            }
        }
    }
}
