package io.portolan.model.design;

import io.portolan.model.net.Cidr;

import java.util.List;
import java.util.Optional;

/// A region of a public cloud.
public record CloudRegion(
        ElementId id,
        String label,
        Optional<ElementId> parent,
        About about,
        CloudProvider provider,
        String region,
        List<Cidr> ranges)
        implements Zone {
    public CloudRegion {
        ranges = List.copyOf(ranges);
    }
}
