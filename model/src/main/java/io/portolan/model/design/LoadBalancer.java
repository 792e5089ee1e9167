package io.portolan.model.design;

import io.portolan.model.net.Address;

import java.util.List;
import java.util.Optional;

/// A balancer that rewrites the destination and keeps the connection (layer 4). `snat` is the
/// source address that backends see, if not the client's.
public record LoadBalancer(
        ElementId id,
        String label,
        Optional<ElementId> parent,
        About about,
        Optional<String> product,
        List<Address> addresses,
        List<Pool> pools,
        Optional<Address> snat)
        implements Enforcer {
    public LoadBalancer {
        addresses = List.copyOf(addresses);
        pools = List.copyOf(pools);
    }

    public LoadBalancer withPools(List<Pool> other) {
        return new LoadBalancer(id, label, parent, about, product, addresses, other, snat);
    }
}
