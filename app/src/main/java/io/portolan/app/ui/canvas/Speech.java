package io.portolan.app.ui.canvas;

import io.portolan.app.picture.Item;

/// What a screen reader says of the drawing: what is selected, else how much there is.
final class Speech {
    private Speech() {}

    static String of(CanvasViewModel model) {
        if (model.selectedEdge().isPresent()) {
            return model.selectedEdge()
                    .flatMap(model.displayList()::find)
                    .map(Item.Edge::spoken)
                    .orElse("");
        }
        return switch (model.selection().size()) {
            case 0 -> "Drawing, %d elements".formatted(model.design().elements().size());
            case 1 ->
                    model.displayList()
                            .find(model.selection().getFirst())
                            .map(Item::spoken)
                            .orElse("");
            default -> "%d elements selected".formatted(model.selection().size());
        };
    }
}
