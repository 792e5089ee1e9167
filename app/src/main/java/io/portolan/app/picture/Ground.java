package io.portolan.app.picture;

import io.portolan.model.design.ElementId;

import java.util.Map;

/// What a drawing starts from: what is in it, what sits inside of what, and where.
record Ground(PictureInput input, Nesting nesting, Map<ElementId, Area> areas, Palette palette) {
    static Ground of(PictureInput input, Palette palette) {
        Nesting nesting = new Nesting(input.design());
        return new Ground(input, nesting, Placement.of(input.design(), nesting), palette);
    }

    Area area(ElementId id) {
        return areas.getOrDefault(id, Area.NOWHERE);
    }
}
