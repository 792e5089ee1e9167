package io.portolan.model.design;

import io.portolan.model.net.Address;

import java.util.List;
import java.util.Optional;

/// A database server outside Kubernetes.
public record Database(
        ElementId id,
        String label,
        Optional<ElementId> parent,
        About about,
        Optional<String> product,
        List<Address> addresses,
        List<String> names,
        List<HostPort> ports)
        implements Endpoint {
    public Database {
        addresses = List.copyOf(addresses);
        names = List.copyOf(names);
        ports = List.copyOf(ports);
    }

    public Database withAddresses(List<Address> other) {
        return new Database(id, label, parent, about, product, other, names, ports);
    }

    public Database withPorts(List<HostPort> other) {
        return new Database(id, label, parent, about, product, addresses, names, other);
    }
}
