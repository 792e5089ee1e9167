package io.portolan.app.ui.canvas;

import io.portolan.app.picture.EdgeId;
import io.portolan.model.change.Change;
import io.portolan.model.design.ElementId;

import java.util.SequencedSet;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/// Who hears what from the canvas. Nobody at first.
final class CanvasEvents {
    Consumer<Change> change = _ -> {};
    Consumer<SequencedSet<ElementId>> selection = _ -> {};
    Consumer<EdgeId> edge = _ -> {};
    BiConsumer<ElementId, ElementId> connect = (_, _) -> {};
    Consumer<Viewport> viewport = _ -> {};
    Consumer<CanvasTool> tool = _ -> {};
}
