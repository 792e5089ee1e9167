package io.portolan.app.ui.canvas;

import io.portolan.app.picture.EdgeId;
import io.portolan.app.picture.Point;
import io.portolan.model.design.ElementId;

import javafx.scene.Cursor;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.input.ZoomEvent;

import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.SequencedSet;

/// Turns mouse, wheel and touchpad into gestures of the tool in use.
final class MouseInput {
    private static final double STEP = 1.0015;
    private static final double LEAST_FACTOR = 0.8;
    private static final double LARGEST_FACTOR = 1.25;

    private final DesignCanvas canvas;
    private final CanvasViewModel model;
    private final Gestures gestures;
    private Optional<Gesture> running = Optional.empty();
    private boolean spaceHeld;

    MouseInput(DesignCanvas canvas, Gestures gestures) {
        this.canvas = canvas;
        this.model = canvas.viewModel();
        this.gestures = gestures;
        canvas.addEventHandler(MouseEvent.MOUSE_PRESSED, this::press);
        canvas.addEventHandler(MouseEvent.MOUSE_DRAGGED, this::drag);
        canvas.addEventHandler(MouseEvent.MOUSE_RELEASED, this::release);
        canvas.setOnMouseDragReleased(e -> drop(new Point(e.getX(), e.getY())));
        canvas.setOnMouseMoved(_ -> canvas.setCursor(cursor()));
        canvas.setOnScroll(this::scroll);
        canvas.setOnZoom(this::zoom);
    }

    void holdSpace(boolean held) {
        spaceHeld = held;
        canvas.setCursor(cursor());
    }

    private Cursor cursor() {
        if (spaceHeld) {
            return Cursor.OPEN_HAND;
        }
        return switch (canvas.tool()) {
            case SELECT -> Cursor.DEFAULT;
            case PLACE, CONNECT, LINK -> Cursor.CROSSHAIR;
            case PAN -> Cursor.OPEN_HAND;
        };
    }

    private static Point at(MouseEvent e) {
        return new Point(e.getX(), e.getY());
    }

    private void press(MouseEvent e) {
        canvas.requestFocus();
        Point p = at(e);
        if (e.getButton() == MouseButton.MIDDLE || spaceHeld || canvas.tool() == CanvasTool.PAN) {
            running = Optional.of(gestures.pan(p));
        } else if (e.getButton() == MouseButton.PRIMARY) {
            primary(e, p);
        } else {
            selectForMenu(p);
        }
        e.consume();
    }

    private void primary(MouseEvent e, Point p) {
        Point there = model.viewport().toDrawing(p);
        Optional<ElementId> hit = model.elementAt(there);
        switch (canvas.tool()) {
            case SELECT -> select(e, p, hit);
            case CONNECT -> running = hit.map(id -> gestures.connect(id, p));
            case LINK -> running = hit.map(id -> gestures.link(id, p));
            case PLACE, PAN -> running = Optional.empty();
        }
    }

    private void select(MouseEvent e, Point p, Optional<ElementId> hit) {
        Point there = model.viewport().toDrawing(p);
        boolean onNode = hit.filter(id -> !model.isContainer(id)).isPresent();
        Optional<EdgeId> edge = onNode ? Optional.empty() : model.edgeAt(there);
        boolean more = e.isShiftDown() || e.isShortcutDown();
        if (edge.isPresent()) {
            canvas.selectEdge(edge.get());
        } else if (hit.isEmpty()) {
            SequencedSet<ElementId> kept =
                    more ? new LinkedHashSet<>(model.selection()) : new LinkedHashSet<>();
            running = Optional.of(gestures.band(p, kept));
        } else if (e.getClickCount() == 2) {
            canvas.rename(hit.get());
        } else {
            choose(hit.get(), more);
            running = Optional.of(gestures.move(p));
        }
    }

    private void choose(ElementId id, boolean more) {
        SequencedSet<ElementId> next = new LinkedHashSet<>();
        if (more) {
            next.addAll(model.selection());
            if (!next.remove(id)) {
                next.add(id);
            }
        } else if (model.selection().contains(id)) {
            next.addAll(model.selection());
        } else {
            next.add(id);
        }
        gestures.select(next);
    }

    private void selectForMenu(Point p) {
        model.elementAt(model.viewport().toDrawing(p))
                .filter(id -> !model.selection().contains(id))
                .ifPresent(id -> choose(id, false));
    }

    private void drag(MouseEvent e) {
        running.ifPresent(g -> g.drag(at(e)));
        e.consume();
    }

    private void release(MouseEvent e) {
        if (canvas.tool() == CanvasTool.PLACE && e.getButton() == MouseButton.PRIMARY) {
            drop(at(e));
        }
        Optional<Gesture> ended = running;
        running = Optional.empty();
        ended.ifPresent(g -> g.release(at(e)));
        e.consume();
    }

    private void drop(Point p) {
        if (canvas.tool() == CanvasTool.PLACE) {
            canvas.placeAt(p);
        }
    }

    /// The wheel pans; with Ctrl it zooms round the pointer. Some devices send deltas of zero, and
    /// inertia must not zoom on.
    private void scroll(ScrollEvent e) {
        if (e.isShortcutDown() || e.isControlDown()) {
            if (!e.isInertia() && e.getDeltaY() != 0) {
                zoomBy(Math.pow(STEP, e.getDeltaY()), new Point(e.getX(), e.getY()));
            }
        } else {
            double dx = e.isShiftDown() && e.getDeltaX() == 0 ? e.getDeltaY() : e.getDeltaX();
            double dy = e.isShiftDown() ? 0 : e.getDeltaY();
            canvas.look(model.viewport().pannedBy(dx, dy));
        }
        e.consume();
    }

    private void zoom(ZoomEvent e) {
        if (!e.isInertia()) {
            zoomBy(e.getZoomFactor(), new Point(e.getX(), e.getY()));
        }
        e.consume();
    }

    private void zoomBy(double factor, Point around) {
        double f = Math.clamp(factor, LEAST_FACTOR, LARGEST_FACTOR);
        canvas.look(model.viewport().zoomedTo(model.viewport().zoom() * f, around));
    }
}
