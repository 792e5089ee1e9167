package io.portolan.app.ui.canvas;

import io.portolan.app.picture.Area;
import io.portolan.app.picture.Item;
import io.portolan.app.picture.Palette;

import javafx.scene.canvas.GraphicsContext;

import java.util.List;

/// Paints what is in sight, as much of it as can be seen at this zoom: containers, lines, nodes,
/// labels. Every frame begins with a ground that covers all, or the canvas would keep what it can
/// no longer show.
final class ContentPainter {
    private final CardSheet cards = new CardSheet(CardSheet::shared);
    private final Dots dots = new Dots();
    private final Rings rings = new Rings();
    private final FarPainter far = new FarPainter();
    private Fonts fonts = new Fonts(1);

    /// One frame of a scene.
    record Frame(Scene2d scene, Viewport view, Detail detail, Palette palette, double scale) {
        PixelGrid pixels() {
            return new PixelGrid(scale);
        }
    }

    /// What is in sight, in the order of painting.
    record Seen(List<Item.Container> containers, List<Item.Edge> edges, List<Item.Node> nodes) {
        static Seen of(Frame frame) {
            Area seen = frame.view().seen();
            Scene2d scene = frame.scene();
            return frame.detail() == Detail.OUTLINE
                    ? new Seen(scene.containersIn(seen), List.of(), loose(scene.nodesIn(seen)))
                    : new Seen(scene.containersIn(seen), scene.edgesIn(seen), scene.nodesIn(seen));
        }

        /// In the outline only nodes without a container are drawn.
        private static List<Item.Node> loose(List<Item.Node> nodes) {
            return nodes.stream().filter(n -> n.parent().isEmpty()).toList();
        }

        private Tally tally(int calls) {
            return new Tally(calls, containers.size(), edges.size(), nodes.size());
        }
    }

    Tally paint(GraphicsContext g, Frame frame) {
        Viewport view = frame.view();
        if (fonts.zoom() != view.zoom()) {
            fonts = new Fonts(view.zoom());
        }
        Seen seen = Seen.of(frame);
        prepare(frame, seen);
        g.setTransform(1, 0, 0, 1, 0, 0);
        int ground = dots.paint(g, view, frame.palette(), frame.pixels());
        Pencil pencil = new Pencil(g, view, new Pencil.Kit(fonts, frame.pixels(), rings));
        int copies =
                frame.detail() == Detail.FULL
                        ? full(g, pencil, frame, seen)
                        : far.paint(g, pencil, frame, seen);
        return seen.tally(ground + pencil.calls() + copies);
    }

    /// Images are made before the frame is begun: they are canvases of their own.
    private void prepare(Frame frame, Seen seen) {
        if (frame.detail() == Detail.FULL) {
            cards.prepare(seen.nodes(), frame.view().zoom(), frame.scale(), fonts);
        } else if (frame.detail() == Detail.NAME) {
            far.prepare(seen.nodes(), frame);
        }
    }

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
}
