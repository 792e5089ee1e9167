package io.portolan.app.ui.shell;

import io.portolan.app.picture.Area;
import io.portolan.app.picture.DisplayList;
import io.portolan.app.picture.Item;
import io.portolan.app.picture.Point;
import io.portolan.app.ui.canvas.DesignCanvas;

import javafx.geometry.Insets;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.paint.Color;
import javafx.scene.shape.Rectangle;

/// The whole drawing in small, with the part that is seen framed. A click goes there. Away while
/// everything is seen: it would only cover something. While the view moves only the frame does.
final class Minimap extends StackPane {
    private static final double WIDTH = 156;
    private static final double HEIGHT = 92;
    private static final int MOST = 4_000;
    private static final double LINE = 0.8;

    private final DesignCanvas canvas;

    /// With its shadow, kept as a picture: a shadow made anew in each frame is dearer than the
    /// frame.
    private final Region card = new Region();

    private final Canvas boxes = new Canvas(WIDTH, HEIGHT);
    private final Rectangle frame = new Rectangle();
    private final Pane map = new Pane(boxes, frame);
    private DisplayList drawn = DisplayList.EMPTY;

    Minimap(DesignCanvas canvas) {
        this.canvas = canvas;
        setId("minimap");
        setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
        map.setMinSize(WIDTH, HEIGHT);
        map.setMaxSize(WIDTH, HEIGHT);
        map.setClip(new Rectangle(WIDTH, HEIGHT));
        frame.getStyleClass().add("minimap-frame");
        setPadding(new Insets(8, 10, 8, 10));
        card.getStyleClass().add("floating");
        card.setCache(true);
        card.setManaged(false);
        getChildren().addAll(card, map);
        map.setOnMousePressed(this::go);
        map.setOnMouseDragged(this::go);
        setVisible(false);
    }

    @Override
    protected void layoutChildren() {
        super.layoutChildren();
        card.resizeRelocate(0, 0, getWidth(), getHeight());
    }

    /// Shows what there is now; elements that would be a dot at this size are left out.
    void draw() {
        DisplayList list = canvas.displayList();
        Area all = list.bounds();
        setVisible(all.width() > 0 && !canvas.viewport().seen().contains(all));
        if (isVisible()) {
            if (!list.equals(drawn)) {
                drawn = list;
                paint(list);
            }
            place(frame, at(common(canvas.viewport().seen(), all), all));
        }
    }

    private void paint(DisplayList list) {
        GraphicsContext g = boxes.getGraphicsContext2D();
        g.clearRect(0, 0, WIDTH, HEIGHT);
        list.byId().values().stream()
                .limit(MOST)
                .forEach(item -> paint(g, item, at(item.bounds(), list.bounds())));
    }

    private static void paint(GraphicsContext g, Item item, Area at) {
        switch (item) {
            case Item.Container container -> {
                fill(g, at, container.paint().line());
                fill(g, at.grownBy(-LINE), container.paint().fill());
            }
            case Item.Node node -> fill(g, at, node.paint().line());
            case Item.Edge _ -> {}
        }
    }

    private static void fill(GraphicsContext g, Area at, int argb) {
        g.setFill(Color.rgb(argb >> 16 & 0xFF, argb >> 8 & 0xFF, argb & 0xFF));
        g.fillRect(at.x(), at.y(), at.width(), at.height());
    }

    private static void place(Rectangle frame, Area at) {
        frame.setX(at.x());
        frame.setY(at.y());
        frame.setWidth(at.width());
        frame.setHeight(at.height());
    }

    private static double scale(Area all) {
        return Math.min(WIDTH / all.width(), HEIGHT / all.height());
    }

    /// What is seen of the drawing: beyond it there is nothing to frame.
    private static Area common(Area seen, Area all) {
        Point from = new Point(Math.max(seen.x(), all.x()), Math.max(seen.y(), all.y()));
        Point to =
                new Point(
                        Math.min(seen.right(), all.right()), Math.min(seen.bottom(), all.bottom()));
        return Area.between(from, to);
    }

    private static Area at(Area area, Area all) {
        double scale = scale(all);
        return new Area(
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
