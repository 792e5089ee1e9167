package io.portolan.app.ui.canvas;

import javafx.scene.control.Label;

/// Says how much of a large drawing is made.
final class DrawingNote extends Label {
    private static final double BELOW = 12;
    private static final int HUNDRED = 100;

    DrawingNote() {
        setId("canvasProgress");
        getStyleClass().add("floating");
        setManaged(false);
        setMouseTransparent(true);
        setVisible(false);
    }

    /// Shows itself at the top of the canvas while there is something to wait for.
    void arrange(CanvasViewModel model) {
        setVisible(model.drawn() < 1);
        if (isVisible()) {
            int elements = model.design().elements().size();
            long share = Math.round(model.drawn() * HUNDRED);
            setText("Drawing %,d elements \u2026 %d %%".formatted(elements, share));
            autosize();
            relocate(Math.rint((model.viewport().width() - getWidth()) / 2), BELOW);
        }
    }
}
