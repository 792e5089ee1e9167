package io.portolan.model.design;

import io.portolan.model.net.Address;
import io.portolan.model.net.Cidr;

import java.util.Optional;

/// An 802.1Q segment of a legacy domain with the subnet that it carries.
public record Vlan(
        ElementId id,
        String label,
        Optional<ElementId> parent,
        About about,
        int tag,
        Optional<Cidr> subnet,
        Optional<Address> gateway,
        Optional<String> vrf,
        Optional<Integer> mtu)
        implements Zone {
    public Vlan {

        if (tag < 1 || tag > 4094) {
            throw new IllegalArgumentException(
                    "The VLAN tag (%d) of %s must be in 1..4094.".formatted(tag, id));
        }
    }

    public Vlan withTag(int other) {
        return new Vlan(id, label, parent, about, other, subnet, gateway, vrf, mtu);
    }

    public Vlan withSubnet(Cidr other) {
        return new Vlan(id, label, parent, about, tag, Optional.of(other), gateway, vrf, mtu);
    }

    public Vlan withGateway(Address other) {
        return new Vlan(id, label, parent, about, tag, subnet, Optional.of(other), vrf, mtu);
    }
}
