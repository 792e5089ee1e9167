package io.portolan.app.picture;

import java.util.List;

/// Draws a design again and again as it changes. What did not change is taken over from the last
/// drawing; lines that need no other way stay where they are. Not for several threads.
public final class Draughtsman {
    private final ElementMemory elements = new ElementMemory();
    private final EdgeMemory edges = new EdgeMemory();

    /// The drawing of a design, made from the one before.
    public Picture draw(PictureInput input, Palette palette) {
        return draw(input, palette, DrawingProgress.SILENT);
    }

    /// The same, watched. What was made until it was stopped is kept for the next time.
    ///
    /// @throws java.util.concurrent.CancellationException if it was stopped
    public Picture draw(PictureInput input, Palette palette, DrawingProgress progress) {
        Ground ground = Ground.of(input, palette, progress);
        EdgeScene.Boxes boxes = new ElementScene(ground, elements).draw();
        progress.boxes(() -> DisplayList.of(boxes.containers(), List.of(), boxes.nodes()));
        List<Item.Edge> lines = new EdgeScene(ground, boxes, edges).draw();
        DisplayList list = DisplayList.of(boxes.containers(), lines, boxes.nodes());
        return new Picture(input.design().name(), list, palette);
    }

    /// What the last drawing took.
    public Redrawn redrawn() {
        return new Redrawn(elements.made(), edges.ways().made(), edges.items().made());
    }
}
