package io.portolan.model.design;

import io.portolan.model.net.Address;

import java.util.List;
import java.util.Optional;

/// A registry that services are found in, such as Consul's catalogue.
public record ServiceRegistry(
        ElementId id,
        String label,
        Optional<ElementId> parent,
        About about,
        String product,
        Optional<String> domain,
        List<Address> servers,
        List<ElementId> members)
        implements Directory {
    public ServiceRegistry {
        servers = List.copyOf(servers);
        members = List.copyOf(members);
    }
}
