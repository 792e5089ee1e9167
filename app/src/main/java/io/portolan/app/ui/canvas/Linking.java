package io.portolan.app.ui.canvas;

import io.portolan.app.picture.Area;
import io.portolan.app.picture.Item;
import io.portolan.model.design.Element;
import io.portolan.model.design.ElementId;

import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;

/// Draws a flow from the selected element by keyboard.
record Linking(DesignCanvas canvas, TargetPicker picker, BiConsumer<ElementId, ElementId> connect) {
    /// The connect tool; if one element is selected, the list of what a flow from it may lead to.
    void begin() {
        canvas.setTool(CanvasTool.CONNECT);
        if (canvas.selection().size() == 1) {
            from(canvas.selection().getFirst());
        }
    }

    private void from(ElementId source) {
        List<Element> targets = TargetPicker.targets(canvas.viewModel().design(), source);
        Optional<Item> item = canvas.displayList().find(source).filter(_ -> !targets.isEmpty());
        Area all = new Area(0, 0, canvas.getWidth(), canvas.getHeight());
        item.map(i -> canvas.viewport().toScreen(i.bounds()))
                .ifPresent(at -> picker.open(targets, at, all, target -> take(source, target)));
    }

    private void take(ElementId source, Optional<ElementId> target) {
        canvas.setTool(CanvasTool.SELECT);
        target.ifPresent(t -> connect.accept(source, t));
    }
}
