package io.portolan.model.design;

import io.portolan.model.net.Cidr;

import java.util.List;
import java.util.Optional;

/// Everything that has an address and is not drawn. No ranges: all addresses that nobody else here
/// owns.
public record Internet(
        ElementId id, String label, Optional<ElementId> parent, About about, List<Cidr> ranges)
        implements Endpoint {
    public Internet {
        ranges = List.copyOf(ranges);
    }
}
