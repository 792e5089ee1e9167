package io.portolan.model.design;

import io.portolan.model.net.Address;

import java.util.List;
import java.util.Optional;

/// A machine with an operating system of its own, virtual or not.
public record VirtualMachine(
        ElementId id,
        String label,
        Optional<ElementId> parent,
        About about,
        Optional<String> system,
        List<Address> addresses,
        List<String> names,
        List<HostPort> ports)
        implements Endpoint {
    public VirtualMachine {
        addresses = List.copyOf(addresses);
        names = List.copyOf(names);
        ports = List.copyOf(ports);
    }

    public VirtualMachine withAddresses(List<Address> other) {
        return new VirtualMachine(id, label, parent, about, system, other, names, ports);
    }

    public VirtualMachine withPorts(List<HostPort> other) {
        return new VirtualMachine(id, label, parent, about, system, addresses, names, other);
    }
}
