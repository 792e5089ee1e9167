package io.portolan.app.ui.canvas;

import io.portolan.app.picture.Area;
import io.portolan.app.picture.Item;
import io.portolan.app.picture.Point;
import io.portolan.model.design.Element;
import io.portolan.model.design.ElementId;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// Names elements on the drawing. A fresh one gets its id from its first name.
final class Naming {
    private final DesignCanvas canvas;
    private final CanvasViewModel model;
    private final RenameField field;
    private final Edits edits;

    Naming(DesignCanvas canvas, RenameField field) {
        this.canvas = canvas;
        this.model = canvas.viewModel();
        this.field = field;
        this.edits = new Edits(model);
    }

    /// Places a new element at a pixel and asks for its name, if it may be there.
    void place(Class<? extends Element> kind, Point screen) {
        edits.place(kind, model.viewport().toDrawing(screen))
                .ifPresent(p -> {
                    canvas.setTool(CanvasTool.SELECT);
                    canvas.hand(p.change());
                    canvas.choose(List.of(p.id()));
                    nameFresh(p.id());
                });
    }

    void rename(ElementId id) {
        ask(id, text -> named(id, text, Optional.empty()));
    }

    private void nameFresh(ElementId id) {
        ask(id, text -> named(id, text, NewElements.idFor(model.design(), text)));
    }

    private void ask(ElementId id, Consumer<String> done) {
        Optional<Item> item = model.displayList().find(id);
        Optional<Element> element = model.design().find(id);
        if (item.isPresent() && element.isPresent()) {
            Area at = model.viewport().toScreen(item.get().bounds());
            field.open(element.get().label(), at, done);
        }
    }

    private void named(ElementId id, String text, Optional<ElementId> freshId) {
        edits.rename(id, text, freshId)
                .ifPresent(change -> {
                    canvas.hand(change);
                    canvas.choose(List.of(freshId.orElse(id)));
                });
        canvas.requestFocus();
    }
}
