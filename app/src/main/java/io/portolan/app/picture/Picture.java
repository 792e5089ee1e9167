package io.portolan.app.picture;

import io.portolan.model.design.Design;
import io.portolan.model.design.ElementId;

import java.util.List;
import java.util.Map;

/// A drawing of a whole design, ready to be painted: the display list and the theme it was made
/// for.
public record Picture(String title, DisplayList list, Palette palette) {
    /// Draws a design.
    public static Picture of(PictureInput input, Palette palette) {
        Design design = input.design();
        Nesting nesting = new Nesting(design);
        Map<ElementId, Area> areas = Placement.of(design, nesting);
        EdgeScene.Boxes boxes = new ElementScene(input, nesting, areas, palette).draw();
        List<Item.Edge> edges = new EdgeScene(input, nesting, areas, boxes, palette).draw();
        return new Picture(
                design.name(), DisplayList.of(boxes.containers(), edges, boxes.nodes()), palette);
    }
}
