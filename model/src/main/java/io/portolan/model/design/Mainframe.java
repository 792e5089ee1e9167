package io.portolan.model.design;

import io.portolan.model.net.Address;

import java.util.List;
import java.util.Optional;

/// A mainframe or midrange system.
public record Mainframe(
        ElementId id,
        String label,
        Optional<ElementId> parent,
        About about,
        Optional<String> product,
        List<Address> addresses,
        List<String> names,
        List<HostPort> ports)
        implements Endpoint {
    public Mainframe {
        addresses = List.copyOf(addresses);
        names = List.copyOf(names);
        ports = List.copyOf(ports);
    }

    public Mainframe withAddresses(List<Address> other) {
        return new Mainframe(id, label, parent, about, product, other, names, ports);
    }

    public Mainframe withPorts(List<HostPort> other) {
        return new Mainframe(id, label, parent, about, product, addresses, names, other);
    }
}
