package io.portolan.app.ui.canvas;

import io.portolan.app.picture.Area;
import io.portolan.app.picture.DisplayList;
import io.portolan.app.picture.Item;
import io.portolan.app.picture.Point;
import io.portolan.model.design.ElementId;

import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.SequencedSet;

/// The canvas by keyboard: Tab and arrows walk, Enter goes in, Shift+Enter out, F2 names, L lists
/// where a flow may lead, Delete deletes, Ctrl+0, 1, 2 zoom.
final class KeyInput {
    private final DesignCanvas canvas;
    private final CanvasViewModel model;
    private final Gestures gestures;
    private final MouseInput mouse;
    private final Edits edits;

    KeyInput(DesignCanvas canvas, Gestures gestures, MouseInput mouse) {
        this.canvas = canvas;
        this.model = canvas.viewModel();
        this.gestures = gestures;
        this.mouse = mouse;
        this.edits = new Edits(model);
        canvas.addEventHandler(KeyEvent.KEY_PRESSED, this::press);
        canvas.addEventHandler(KeyEvent.KEY_RELEASED, this::release);
    }

    private void release(KeyEvent e) {
        if (e.getCode() == KeyCode.SPACE) {
            mouse.holdSpace(false);
        }
    }

    private void press(KeyEvent e) {
        boolean used = e.isShortcutDown() ? zoom(e.getCode()) : plain(e);
        if (used) {
            e.consume();
        }
    }

    private boolean zoom(KeyCode code) {
        switch (code) {
            case DIGIT0, NUMPAD0 -> canvas.fit();
            case DIGIT1, NUMPAD1 -> canvas.zoomTo(1);
            case DIGIT2, NUMPAD2 -> canvas.fitSelection();
            default -> {
                return false;
            }
        }
        return true;
    }

    private boolean plain(KeyEvent e) {
        switch (e.getCode()) {
            case SPACE -> mouse.holdSpace(true);
            case ESCAPE -> canvas.setTool(CanvasTool.SELECT);
            case TAB -> sibling(e.isShiftDown() ? -1 : 1);
            case ENTER -> enter(e.isShiftDown());
            case F2 -> current().ifPresent(canvas::rename);
            case L -> canvas.connectByKey();
            case V -> canvas.setTool(CanvasTool.SELECT);
            case H -> canvas.setTool(CanvasTool.PAN);
            case DELETE, BACK_SPACE -> delete();
            case LEFT -> walk(-1, 0);
            case RIGHT -> walk(1, 0);
            case UP -> walk(0, -1);
            case DOWN -> walk(0, 1);
            default -> {
                return false;
            }
        }
        return true;
    }

    private Optional<ElementId> current() {
        return model.selection().isEmpty()
                ? Optional.empty()
                : Optional.of(model.selection().getLast());
    }

    private void delete() {
        if (!model.selection().isEmpty()) {
            canvas.hand(edits.delete(List.copyOf(model.selection())));
        }
    }

    /// Enter places what is armed in the middle of the view, else goes to the first element inside.
    private void enter(boolean outwards) {
        if (canvas.tool() == CanvasTool.PLACE) {
            Viewport v = model.viewport();
            canvas.placeAt(new Point(v.width() / 2, v.height() / 2));
        } else if (outwards) {
            current().flatMap(id -> model.around(id).stream().findFirst()).ifPresent(this::go);
        } else {
            current()
                    .flatMap(id -> inside(Optional.of(id)).stream().findFirst())
                    .ifPresent(this::go);
        }
    }

    private void sibling(int step) {
        Optional<ElementId> parent = current().flatMap(id -> model.around(id).stream().findFirst());
        List<ElementId> all = inside(parent);
        if (!all.isEmpty()) {
            int at = current().map(all::indexOf).orElse(step > 0 ? -1 : 0);
            go(all.get(Math.floorMod(at + step, all.size())));
        }
    }

    private List<ElementId> inside(Optional<ElementId> parent) {
        return model.displayList().byId().keySet().stream()
                .filter(id -> model.around(id).stream().findFirst().equals(parent))
                .toList();
    }

    /// To the nearest node in a direction; straight ahead counts more than near.
    private void walk(int dx, int dy) {
        DisplayList list = model.displayList();
        Optional<Point> from = current().flatMap(list::find).map(Item::bounds).map(Area::centre);
        if (from.isEmpty()) {
            sibling(1);
            return;
        }
        list.nodes().stream()
                .filter(n -> ahead(from.get(), n.area().centre(), dx, dy) > 1)
                .min(Comparator.comparingDouble(n -> cost(from.get(), n.area().centre(), dx, dy)))
                .ifPresent(n -> go(n.id()));
    }

    private static double ahead(Point from, Point to, int dx, int dy) {
        return (to.x() - from.x()) * dx + (to.y() - from.y()) * dy;
    }

    private static double cost(Point from, Point to, int dx, int dy) {
        double aside = Math.abs((to.x() - from.x()) * dy) + Math.abs((to.y() - from.y()) * dx);
        return ahead(from, to, dx, dy) + 2.5 * aside;
    }

    private void go(ElementId id) {
        SequencedSet<ElementId> one = new LinkedHashSet<>(List.of(id));
        gestures.select(one);
        canvas.reveal(id);
    }
}
