package io.portolan.model.rule.builtin.addressing;

import io.portolan.model.design.Design;
import io.portolan.model.design.Element;
import io.portolan.model.design.ElementId;
import io.portolan.model.design.Link;
import io.portolan.model.design.Subnet;
import io.portolan.model.design.Vlan;
import io.portolan.model.net.Address;
import io.portolan.model.net.Cidr;

import java.util.Optional;
import java.util.stream.Stream;

/// VLANs and subnets with the prefix they carry, and who is plugged into them.
record Segment(ElementId id, Cidr range, Optional<Address> gateway) {
    static Stream<Segment> all(Design design) {
        return design.elements().values().stream().flatMap(e -> of(e).stream());
    }

    static Optional<Segment> of(Element element) {
        return switch (element) {
            case Vlan vlan ->
                    vlan.subnet().map(range -> new Segment(vlan.id(), range, vlan.gateway()));
            case Subnet subnet ->
                    Optional.of(new Segment(subnet.id(), subnet.range(), subnet.gateway()));
            default -> Optional.empty();
        };
    }

    /// The segment of an address: that of the interface it is on, else the one drawn around.
    static Optional<Segment> of(Design design, AddressUse use) {
        return use.on().isPresent()
                ? plugged(design, use.owner(), use.on().get().name())
                : design.ancestors(use.owner()).stream().flatMap(e -> of(e).stream()).findFirst();
    }

    private static Optional<Segment> plugged(Design design, ElementId device, String name) {
        return design.links().values().stream()
                .flatMap(link -> farEnd(link, device, name).stream())
                .flatMap(id -> design.find(id).stream())
                .flatMap(element -> of(element).stream())
                .findFirst();
    }

    private static Optional<ElementId> farEnd(Link link, ElementId device, String name) {
        if (link.from().equals(device) && link.fromInterface().filter(name::equals).isPresent()) {
            return Optional.of(link.to());
        }
        boolean there =
                link.to().equals(device) && link.toInterface().filter(name::equals).isPresent();
        return there ? Optional.of(link.from()) : Optional.empty();
    }

    /// True if a host cannot have the address: it names the network or everyone in it. Links of two
    /// addresses (/31, RFC 3021) and single hosts have no such addresses, nor has IPv6.
    static boolean isReserved(Cidr network, Address address) {
        return !address.v6()
                && network.length() < 31
                && (address.equals(network.first()) || address.equals(network.last()));
    }
}
