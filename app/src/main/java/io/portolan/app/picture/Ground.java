package io.portolan.app.picture;

import io.portolan.model.design.Design;
import io.portolan.model.design.ElementId;

import java.util.Map;

/// What a drawing starts from: what is in it, what sits inside of what, and where; and who counts
/// what is done.
record Ground(
        PictureInput input,
        Nesting nesting,
        Map<ElementId, Area> areas,
        Palette palette,
        Steps steps) {
    /// A line is counted when it has its way, its strokes, its label, and when it is finished.
    private static final int PER_LINE = 4;

    static Ground of(PictureInput input, Palette palette, DrawingProgress progress) {
        Design design = input.design();
        Nesting nesting = new Nesting(design);
        int lines = design.flows().size() + design.links().size();
        Steps steps = new Steps(progress, design.elements().size() + PER_LINE * lines);
        return new Ground(input, nesting, Placement.of(design, nesting), palette, steps);
    }

    Area area(ElementId id) {
        return areas.getOrDefault(id, Area.NOWHERE);
    }
}
