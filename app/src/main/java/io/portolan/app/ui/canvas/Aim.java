package io.portolan.app.ui.canvas;

import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// What the view is to show. While that is still being drawn, the view follows it until somebody
/// looks elsewhere.
final class Aim {
    private final CanvasViewModel model;
    private final Consumer<Viewport> look;
    private Optional<Wish> wish = Optional.empty();

    Aim(CanvasViewModel model, Consumer<Viewport> look) {
        this.model = model;
        this.look = look;
    }

    /// What is to be seen, and where the view was left for the time being.
    private record Wish(Supplier<Optional<Viewport>> view, Viewport left) {}

    void at(Supplier<Optional<Viewport>> view) {
        view.get().ifPresent(look);
        wish = model.isDrawing() ? Optional.of(new Wish(view, model.viewport())) : Optional.empty();
    }

    /// More is drawn now.
    void again() {
        wish.filter(w -> w.left().isAt(model.viewport())).ifPresent(w -> at(w.view()));
    }
}
