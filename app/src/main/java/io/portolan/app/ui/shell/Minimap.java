package io.portolan.app.ui.shell;

import io.portolan.app.picture.Area;
import io.portolan.app.picture.Item;
import io.portolan.app.picture.Point;
import io.portolan.app.ui.canvas.DesignCanvas;
import io.portolan.app.ui.canvas.Viewport;

import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Pane;
import javafx.scene.layout.StackPane;
import javafx.scene.paint.Color;
import javafx.scene.shape.Rectangle;

/// The whole drawing in small, with the part that is seen framed. A click goes there. Away while
/// everything is seen: it would only cover something.
final class Minimap extends StackPane {
    private static final double WIDTH = 156;
    private static final double HEIGHT = 92;
    private static final int MOST = 600;

    private final DesignCanvas canvas;
    private final Pane map = new Pane();

    Minimap(DesignCanvas canvas) {
        this.canvas = canvas;
        setId("minimap");
        getStyleClass().add("floating");
        setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
        map.setMinSize(WIDTH, HEIGHT);
        map.setMaxSize(WIDTH, HEIGHT);
        map.setClip(new Rectangle(WIDTH, HEIGHT));
        getChildren().add(map);
        map.setOnMousePressed(this::go);
        map.setOnMouseDragged(this::go);
        setVisible(false);
    }

    /// Draws again; elements that would be a dot at this size are left out.
    void draw() {
        map.getChildren().clear();
        Area all = canvas.displayList().bounds();
        setVisible(all.width() > 0 && !canvas.viewport().seen().contains(all));
        if (isVisible()) {
            canvas.displayList().byId().values().stream()
                    .limit(MOST)
                    .forEach(item -> map.getChildren().add(box(item, all)));
            map.getChildren().add(frame(canvas.viewport(), all));
        }
    }

    private static double scale(Area all) {
        return Math.min(WIDTH / all.width(), HEIGHT / all.height());
    }

    private static Rectangle box(Item item, Area all) {
        Rectangle box = at(item.bounds(), all);
        switch (item) {
            case Item.Container container ->
                    paint(box, container.paint(), container.paint().fill());
            case Item.Node node -> paint(box, node.paint(), node.paint().line());
            case Item.Edge _ -> box.setVisible(false);
        }
        return box;
    }

    private static void paint(Rectangle box, Item.Paint paint, int fill) {
        box.setFill(colour(fill));
        box.setStroke(colour(paint.line()));
        box.setStrokeWidth(0.8);
    }

    private static Color colour(int argb) {
        return Color.rgb(argb >> 16 & 0xFF, argb >> 8 & 0xFF, argb & 0xFF);
    }

    private static Rectangle frame(Viewport viewport, Area all) {
        Rectangle frame = at(common(viewport.seen(), all), all);
        frame.getStyleClass().add("minimap-frame");
        return frame;
    }

    /// What is seen of the drawing: beyond it there is nothing to frame.
    private static Area common(Area seen, Area all) {
        Point from = new Point(Math.max(seen.x(), all.x()), Math.max(seen.y(), all.y()));
        Point to =
                new Point(
                        Math.min(seen.right(), all.right()), Math.min(seen.bottom(), all.bottom()));
        return Area.between(from, to);
    }

    private static Rectangle at(Area area, Area all) {
        double scale = scale(all);
        return new Rectangle(
                (area.x() - all.x()) * scale,
                (area.y() - all.y()) * scale,
                Math.max(1, area.width() * scale),
                Math.max(1, area.height() * scale));
    }

    private void go(MouseEvent event) {
        Area all = canvas.displayList().bounds();
        double scale = scale(all);
        Point point = new Point(all.x() + event.getX() / scale, all.y() + event.getY() / scale);
        canvas.look(canvas.viewport().centredOn(point));
        draw();
    }
}
