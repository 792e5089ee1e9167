package io.portolan.model.design;

import io.portolan.model.net.Cidr;

import java.util.List;
import java.util.Optional;

/// A place of one's own with machines in it: a data centre, an office.
public record Site(
        ElementId id, String label, Optional<ElementId> parent, About about, List<Cidr> ranges)
        implements Zone {
    public Site {
        ranges = List.copyOf(ranges);
    }
}
