package io.portolan.model.design;

import io.portolan.model.net.Cidr;
import io.portolan.model.net.PortSet;
import io.portolan.model.net.Protocol;

import java.util.List;
import java.util.Optional;

/// One address translation of a device; the first that matches applies, in the order that its
/// platform asks them. `to` is the new address (absent for SOURCE: that of the outgoing interface),
/// `toPort` the new destination port. `section` is an ASA's, manual where absent. The device
/// answers on its networks for the addresses that it translates.
public record NatRule(
        String name,
        NatKind kind,
        Optional<NatSection> section,
        Optional<String> in,
        Optional<String> out,
        List<Cidr> sources,
        List<Cidr> destinations,
        Optional<Protocol> protocol,
        Optional<PortSet> ports,
        Optional<Cidr> to,
        Optional<Integer> toPort) {
    public NatRule {
        sources = List.copyOf(sources);
        destinations = List.copyOf(destinations);
    }
}
