package io.portolan.app.ui.canvas;

import io.portolan.app.picture.Area;
import io.portolan.app.picture.Ink;
import io.portolan.app.picture.Item;
import io.portolan.app.picture.Palette;
import io.portolan.app.picture.Point;
import io.portolan.app.picture.Route;
import io.portolan.model.design.ElementId;

import javafx.scene.layout.Pane;
import javafx.scene.paint.Color;
import javafx.scene.shape.Polyline;
import javafx.scene.shape.Rectangle;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What moves with the mouse or the selection: frames, ghosts, the rubber band, the line being
/// drawn. Few nodes, so that the content below need not be painted again.
final class Overlay extends Pane {
    private static final int MOST_FRAMES = 200;
    private static final double FRAME = 1.8;
    private static final double ROUND = 16;

    private final List<Rectangle> frames = new ArrayList<>();
    private final List<Polyline> lines = new ArrayList<>();
    private final Rectangle band = new Rectangle();
    private final Rectangle target = new Rectangle();
    private final Polyline thread = new Polyline();
    private final FrameBadges badges = new FrameBadges();
    private final PathMarks path = new PathMarks();
    private List<Area> ghosts = List.of();

    Overlay() {
        setManaged(false);
        setMouseTransparent(true);
        setPickOnBounds(false);
        band.setVisible(false);
        target.setVisible(false);
        thread.setVisible(false);
        thread.setStrokeWidth(2);
        thread.getStrokeDashArray().setAll(5.0, 4.0);
        getChildren().addAll(target, thread, band, badges, path);
    }

    /// Boxes that follow the mouse, in drawing units.
    void showGhosts(List<Area> areas) {
        ghosts = List.copyOf(areas);
    }

    void showBand(Optional<Area> screen) {
        place(band, screen, 0);
    }

    /// The container that a drop would go to.
    void showTarget(Optional<Area> screen) {
        place(target, screen, ROUND);
    }

    void showThread(Point from, Point to) {
        thread.getPoints().setAll(from.x(), from.y(), to.x(), to.y());
        thread.setVisible(true);
    }

    void clear() {
        ghosts = List.of();
        band.setVisible(false);
        target.setVisible(false);
        thread.setVisible(false);
    }

    /// Puts the frames around what is selected.
    void arrange(CanvasViewModel model) {
        Color accent = Colours.of(model.palette().of(Ink.SELECTION));
        List<Area> wanted = new ArrayList<>();
        for (ElementId id : model.selection()) {
            model.displayList().find(id).map(Item::bounds).ifPresent(wanted::add);
        }
        int selected = Math.min(MOST_FRAMES, wanted.size());
        wanted.addAll(ghosts);
        int count = Math.min(MOST_FRAMES, wanted.size());
        while (frames.size() < count) {
            Rectangle frame = new Rectangle();
            frames.add(frame);
            getChildren().add(getChildren().indexOf(badges), frame);
        }
        for (int i = 0; i < frames.size(); i++) {
            Rectangle frame = frames.get(i);
            boolean ghost = i >= selected;
            place(
                    frame,
                    i < count ? Optional.of(onScreen(model, wanted.get(i))) : Optional.empty(),
                    corner(model));
            frame.setStroke(accent);
            frame.setStrokeWidth(ghost ? 1.2 : FRAME);
            frame.setFill(ghost ? accent.deriveColor(0, 1, 1, 0.12) : Color.TRANSPARENT);
        }
        badges.arrange(model);
        path.arrange(model);
        edge(model, accent);
        tint(model.palette(), accent);
    }

    private static double corner(CanvasViewModel model) {
        return ROUND * Math.min(1, model.viewport().zoom());
    }

    private static Area onScreen(CanvasViewModel model, Area area) {
        return model.viewport().toScreen(area).grownBy(1);
    }

    private void edge(CanvasViewModel model, Color accent) {
        List<Route> legs =
                model.selectedEdge()
                        .flatMap(model.displayList()::find)
                        .map(Item.Edge::legs)
                        .orElse(List.of());
        while (lines.size() < legs.size()) {
            Polyline line = new Polyline();
            line.setStrokeWidth(5);
            line.setOpacity(0.35);
            lines.add(line);
            getChildren().addFirst(line);
        }
        for (int i = 0; i < lines.size(); i++) {
            Polyline line = lines.get(i);
            line.setVisible(i < legs.size());
            line.setStroke(accent);
            if (i < legs.size()) {
                line.getPoints().setAll(points(model, legs.get(i)));
            }
        }
    }

    private static List<Double> points(CanvasViewModel model, Route leg) {
        List<Double> points = new ArrayList<>();
        for (Point p : leg.points()) {
            Point at = model.viewport().toScreen(p);
            points.add(at.x());
            points.add(at.y());
        }
        return points;
    }

    private void tint(Palette palette, Color accent) {
        band.setFill(accent.deriveColor(0, 1, 1, 0.1));
        band.setStroke(accent);
        target.setFill(Color.TRANSPARENT);
        target.setStroke(Colours.of(palette.of(Ink.ALLOW)));
        target.setStrokeWidth(2);
        thread.setStroke(accent);
    }

    private static void place(Rectangle shape, Optional<Area> screen, double arc) {
        shape.setVisible(screen.isPresent());
        screen.ifPresent(a -> {
            shape.setX(a.x());
            shape.setY(a.y());
            shape.setWidth(a.width());
            shape.setHeight(a.height());
            shape.setArcWidth(arc);
            shape.setArcHeight(arc);
        });
    }
}
