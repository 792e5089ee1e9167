package io.portolan.app.ui.canvas;

import io.portolan.app.picture.Area;
import io.portolan.app.picture.Item;
import io.portolan.app.picture.Op;
import io.portolan.app.picture.Point;

import javafx.scene.SnapshotParameters;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.image.Image;
import javafx.scene.paint.Color;
import javafx.scene.transform.Transform;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/// The parts of nodes that look alike (card, tile, icon), drawn once per zoom and then copied.
/// Paths are dear, copies are cheap.
final class CardSheet {
    private static final double MARGIN = 3;
    private static final int MOST = 200;

    private final Map<Key, Cell> cells = new HashMap<>();
    private final Function<Item.Node, List<Op>> shared;
    private double zoom;
    private double scale = 1;

    /// `shared` are the operations that are the same for nodes that look alike.
    CardSheet(Function<Item.Node, List<Op>> shared) {
        this.shared = shared;
    }

    /// What makes two nodes look alike but for their writing.
    private record Key(double width, double height, String icon, int colour, int fill) {}

    /// A part of an image, in pixels of the image.
    private record Cell(Image image, double y, double width, double height) {}

    /// Makes the cards that are missing for these nodes.
    void prepare(List<Item.Node> nodes, double newZoom, double newScale, Fonts fonts) {
        if (newZoom != zoom || newScale != scale || cells.size() > MOST) {
            cells.clear();
            zoom = newZoom;
            scale = newScale;
        }
        Map<Key, Item.Node> missing = new LinkedHashMap<>();
        for (Item.Node node : nodes) {
            Key key = key(node);
            if (!cells.containsKey(key)) {
                missing.putIfAbsent(key, node);
            }
        }
        if (!missing.isEmpty()) {
            make(missing, fonts);
        }
    }

    private void make(Map<Key, Item.Node> missing, Fonts fonts) {
        double wide = 0;
        double high = 0;
        List<Double> tops = new ArrayList<>();
        for (Key key : missing.keySet()) {
            tops.add(high);
            wide = Math.max(wide, pixels().cover((key.width() + 2 * MARGIN) * zoom));
            high += pixels().cover((key.height() + 2 * MARGIN) * zoom);
        }
        Canvas canvas = new Canvas(wide, high);
        int row = 0;
        for (Item.Node node : missing.values()) {
            card(canvas.getGraphicsContext2D(), node, tops.get(row++), fonts);
        }
        SnapshotParameters parameters = new SnapshotParameters();
        parameters.setFill(Color.TRANSPARENT);
        parameters.setTransform(Transform.scale(scale, scale));
        Image image = canvas.snapshot(parameters, null);
        row = 0;
        for (Key key : missing.keySet()) {
            double w = pixels().cover((key.width() + 2 * MARGIN) * zoom);
            double h = pixels().cover((key.height() + 2 * MARGIN) * zoom);
            cells.put(key, new Cell(image, tops.get(row++) * scale, w, h));
        }
    }

    private void card(GraphicsContext g, Item.Node node, double top, Fonts fonts) {
        Point corner = node.area().corner();
        Viewport view =
                new Viewport(corner.x() - MARGIN, corner.y() - MARGIN - top / zoom, zoom, 0, 0);
        Pencil pencil = new Pencil(g, view, new Pencil.Kit(fonts, pixels(), new Rings()));
        shared.apply(node).forEach(pencil::draw);
    }

    private PixelGrid pixels() {
        return new PixelGrid(scale);
    }

    /// Card, tile and icon: the operations before the first word.
    static List<Op> shared(Item.Node node) {
        return node.ops().stream().takeWhile(op -> !(op instanceof Op.Words)).toList();
    }

    /// The rest of a node's operations.
    static List<Op> own(Item.Node node) {
        return node.ops().stream().dropWhile(op -> !(op instanceof Op.Words)).toList();
    }

    /// Copies the card of a node to where it is seen.
    void paint(GraphicsContext g, Item.Node node, Viewport view) {
        Cell cell = cells.get(key(node));
        if (cell != null) {
            Area at = view.toScreen(node.area());
            g.drawImage(
                    cell.image(),
                    0,
                    cell.y(),
                    cell.width() * scale,
                    cell.height() * scale,
                    pixels().snap(at.x() - MARGIN * zoom),
                    pixels().snap(at.y() - MARGIN * zoom),
                    cell.width(),
                    cell.height());
        }
    }

    private static Key key(Item.Node node) {
        return new Key(
                node.area().width(),
                node.area().height(),
                node.heading().icon(),
                node.paint().family(),
                node.paint().fill());
    }
}
