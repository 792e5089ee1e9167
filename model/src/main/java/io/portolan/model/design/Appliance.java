package io.portolan.model.design;

import io.portolan.model.net.Address;

import java.util.List;
import java.util.Optional;

/// A closed box with a network port: a hardware security module, a storage array, a scanner.
public record Appliance(
        ElementId id,
        String label,
        Optional<ElementId> parent,
        About about,
        Optional<String> product,
        List<Address> addresses,
        List<String> names,
        List<HostPort> ports)
        implements Endpoint {
    public Appliance {
        addresses = List.copyOf(addresses);
        names = List.copyOf(names);
        ports = List.copyOf(ports);
    }

    public Appliance withAddresses(List<Address> other) {
        return new Appliance(id, label, parent, about, product, other, names, ports);
    }

    public Appliance withPorts(List<HostPort> other) {
        return new Appliance(id, label, parent, about, product, addresses, names, other);
    }
}
