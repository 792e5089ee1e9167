package io.portolan.model.design;

import io.portolan.model.net.Cidr;

import java.util.List;
import java.util.Optional;

/// A service of somebody else, known by names or address ranges.
public record ExternalApi(
        ElementId id,
        String label,
        Optional<ElementId> parent,
        About about,
        List<String> names,
        List<Cidr> ranges,
        List<HostPort> ports)
        implements Endpoint {
    public ExternalApi {
        names = List.copyOf(names);
        ranges = List.copyOf(ranges);
        ports = List.copyOf(ports);
    }
}
