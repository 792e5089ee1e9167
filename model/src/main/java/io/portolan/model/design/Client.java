package io.portolan.model.design;

import io.portolan.model.net.Cidr;

import java.util.List;
import java.util.Optional;

/// People or devices that start connections: browsers, branch offices, remote workers.
public record Client(
        ElementId id, String label, Optional<ElementId> parent, About about, List<Cidr> ranges)
        implements Endpoint {
    public Client {
        ranges = List.copyOf(ranges);
    }
}
