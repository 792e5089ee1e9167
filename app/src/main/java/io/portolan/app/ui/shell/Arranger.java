package io.portolan.app.ui.shell;

import io.portolan.app.layout.DesignLayout;
import io.portolan.app.layout.LayoutProgress;
import io.portolan.app.ui.editor.Background;
import io.portolan.app.ui.editor.EditorModel;
import io.portolan.app.ui.editor.Notice;
import io.portolan.model.change.Change;
import io.portolan.model.design.Box;
import io.portolan.model.design.Design;
import io.portolan.model.design.ElementId;
import io.portolan.model.design.Layout;

import javafx.beans.property.StringProperty;

import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BiFunction;

/// Arranges the drawing in the background. The result is one change; if the elements are others by
/// then, it is dropped.
final class Arranger {
    private final EditorModel model;
    private final Background background;
    private final StringProperty busy;
    private final Runnable arranged;
    private AtomicBoolean cancelled = new AtomicBoolean();

    Arranger(EditorModel model, Background background, StringProperty busy, Runnable arranged) {
        this.model = model;
        this.background = background;
        this.busy = busy;
        this.arranged = arranged;
    }

    /// Arranges everything anew.
    void everything() {
        start("arrange all", DesignLayout::layOut);
    }

    /// Gives places to the elements that have none; does nothing if all have one.
    void newOnes() {
        Design design = model.design();
        if (design.elements().keySet().stream()
                .anyMatch(id -> design.layout().find(id).isEmpty())) {
            start("place new elements", DesignLayout::placeNew);
        }
    }

    void cancel() {
        cancelled.set(true);
    }

    private void start(String label, BiFunction<Design, LayoutProgress, Layout> arrange) {
        cancel();
        Steps steps = new Steps();
        cancelled = steps.stop;
        Design design = model.design();
        busy.set("Arranging\u2026");
        background.run(() -> attempt(arrange, design, steps), found -> take(label, design, found));
    }

    private static Optional<Layout> attempt(
            BiFunction<Design, LayoutProgress, Layout> arrange, Design design, Steps steps) {
        try {
            return Optional.of(arrange.apply(design, steps));
        } catch (CancellationException e) {
            return Optional.empty();
        }
    }

    private void take(String label, Design asked, Optional<Layout> found) {
        busy.set("");
        if (found.isEmpty()) {
            model.tell(Notice.done("Arranging was stopped. Nothing has moved."));
        } else if (model.design().elements().keySet().equals(asked.elements().keySet())) {
            SequencedMap<ElementId, Box> boxes = new LinkedHashMap<>(found.get().boxes());
            model.apply(new Change.Move(label, boxes));
            arranged.run();
        }
    }

    /// Reports from elsewhere to the window.
    private final class Steps implements LayoutProgress {
        private final AtomicBoolean stop = new AtomicBoolean();

        @Override
        public boolean cancelled() {
            return stop.get();
        }

        @Override
        public void done(double share) {
            background.deliver(() -> say(share));
        }

        private void say(double share) {
            if (!stop.get() && share < 1 && !busy.get().isEmpty()) {
                busy.set("Arranging\u2026 %d %%".formatted(Math.round(share * 100)));
            }
        }
    }
}
