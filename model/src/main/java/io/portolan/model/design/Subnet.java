package io.portolan.model.design;

import io.portolan.model.net.Address;
import io.portolan.model.net.Cidr;

import java.util.Optional;

/// An IP subnet without a VLAN of its own: a cloud subnet, a point to point link, a node network.
public record Subnet(
        ElementId id,
        String label,
        Optional<ElementId> parent,
        About about,
        Cidr range,
        Optional<Address> gateway,
        Optional<String> vrf,
        Optional<Integer> mtu)
        implements Zone {
    public Subnet withRange(Cidr other) {
        return new Subnet(id, label, parent, about, other, gateway, vrf, mtu);
    }

    public Subnet withGateway(Address other) {
        return new Subnet(id, label, parent, about, range, Optional.of(other), vrf, mtu);
    }
}
