package io.portolan.model.design;

import io.portolan.model.net.Address;

import java.util.List;
import java.util.Optional;

/// A DNS zone; views answer different clients differently (split horizon).
public record DnsZone(
        ElementId id,
        String label,
        Optional<ElementId> parent,
        About about,
        String domain,
        List<Address> servers,
        List<DnsView> views)
        implements Directory {
    public DnsZone {
        servers = List.copyOf(servers);
        views = List.copyOf(views);
    }
}
