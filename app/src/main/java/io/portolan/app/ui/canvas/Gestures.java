package io.portolan.app.ui.canvas;

import io.portolan.app.picture.Area;
import io.portolan.app.picture.Item;
import io.portolan.app.picture.Point;
import io.portolan.model.design.ElementId;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.function.Consumer;
import java.util.function.Predicate;

/// The gestures of the tools. They show themselves in the overlay and end in at most one change.
final class Gestures {
    /// Less movement than this is a click with an unsteady hand.
    private static final double STEADY = 4;

    private final CanvasViewModel model;
    private final Overlay overlay;
    private final CanvasEvents events;
    private final Edits edits;
    private final Runnable refresh;

    Gestures(CanvasViewModel model, Overlay overlay, CanvasEvents events, Runnable refresh) {
        this.model = model;
        this.overlay = overlay;
        this.events = events;
        this.edits = new Edits(model);
        this.refresh = refresh;
    }

    private static boolean isClick(Point a, Point b) {
        return a.walkTo(b) < STEADY;
    }

    /// Moves the view.
    Gesture pan(Point start) {
        Viewport before = model.viewport();
        return new Gesture() {
            @Override
            public void drag(Point p) {
                model.look(before.pannedBy(p.x() - start.x(), p.y() - start.y()));
                events.viewport.accept(model.viewport());
            }

            @Override
            public void release(Point p) {}
        };
    }

    /// Selects everything within a frame.
    Gesture band(Point start, SequencedSet<ElementId> kept) {
        return new Gesture() {
            @Override
            public void drag(Point p) {
                overlay.showBand(Optional.of(Area.between(start, p)));
            }

            @Override
            public void release(Point p) {
                overlay.clear();
                SequencedSet<ElementId> all = new LinkedHashSet<>(kept);
                if (!isClick(start, p)) {
                    Area area = model.viewport().toDrawing(Area.between(start, p));
                    all.addAll(model.nodesWithin(area));
                }
                select(all);
            }
        };
    }

    /// Moves what is selected.
    Gesture move(Point start) {
        return new Gesture() {
            private Optional<ElementId> into = Optional.empty();
            private boolean legal;

            @Override
            public void drag(Point p) {
                if (isClick(start, p)) {
                    return;
                }
                double dx = (p.x() - start.x()) / model.viewport().zoom();
                double dy = (p.y() - start.y()) / model.viewport().zoom();
                into = under(p);
                legal = edits.maySit(model.selection(), into);
                overlay.showGhosts(
                        model.selection().stream()
                                .flatMap(id -> model.displayList().find(id).stream())
                                .map(i -> i.bounds().movedBy(dx, dy))
                                .toList());
                overlay.showTarget(into.filter(_ -> legal).flatMap(Gestures.this::screenOf));
                refresh.run();
            }

            @Override
            public void release(Point p) {
                overlay.clear();
                refresh.run();
                if (!isClick(start, p) && legal) {
                    double dx = (p.x() - start.x()) / model.viewport().zoom();
                    double dy = (p.y() - start.y()) / model.viewport().zoom();
                    events.change.accept(edits.move(List.copyOf(model.selection()), dx, dy, into));
                }
            }
        };
    }

    /// The innermost container under the pointer that is not itself being moved.
    private Optional<ElementId> under(Point p) {
        SequencedSet<ElementId> moved = edits.withContents(model.selection());
        return model.containersAt(model.viewport().toDrawing(p)).stream()
                .filter(id -> !moved.contains(id))
                .findFirst();
    }

    private Optional<Area> screenOf(ElementId id) {
        return model.displayList().find(id).map(Item::bounds).map(model.viewport()::toScreen);
    }

    /// Draws a flow to another element.
    Gesture connect(ElementId from, Point start) {
        return thread(start, to -> !to.equals(from), to -> events.connect.accept(from, to));
    }

    /// Draws a cable to another element.
    Gesture link(ElementId from, Point start) {
        return thread(
                start,
                to -> edits.link(from, to).isPresent(),
                to -> edits.link(from, to).ifPresent(events.change));
    }

    /// A line that follows the pointer and ends at an element that it may end at.
    private Gesture thread(Point start, Predicate<ElementId> legal, Consumer<ElementId> done) {
        return new Gesture() {
            @Override
            public void drag(Point p) {
                overlay.showThread(start, p);
                overlay.showTarget(targetAt(p).flatMap(Gestures.this::screenOf));
            }

            @Override
            public void release(Point p) {
                overlay.clear();
                targetAt(p).ifPresent(done);
            }

            private Optional<ElementId> targetAt(Point p) {
                return model.elementAt(model.viewport().toDrawing(p)).filter(legal);
            }
        };
    }

    void select(SequencedSet<ElementId> ids) {
        model.select(ids);
        events.selection.accept(model.selection());
    }
}
