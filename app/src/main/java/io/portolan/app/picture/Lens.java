package io.portolan.app.picture;

import io.portolan.model.design.ElementId;

import java.util.Set;

/// What stands out on a drawing; everything else is faded.
public record Lens(Set<ElementId> elements, Set<EdgeId> edges) {
    public Lens {
        elements = Set.copyOf(elements);
        edges = Set.copyOf(edges);
    }

    /// The drawing as it is seen through this lens.
    public DisplayList over(DisplayList list, Palette palette) {
        return new Fading(this, palette).of(list);
    }
}
