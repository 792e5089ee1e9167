package io.portolan.model.design;

import java.util.Optional;

/// A line between two elements: a cable, a trunk, an attachment. It plugs an interface of a device
/// into a segment (VLAN, subnet, cluster, internet) or into another device's interface.
public record Link(
        String id,
        ElementId from,
        Optional<String> fromInterface,
        ElementId to,
        Optional<String> toInterface,
        Optional<Integer> mtu) {}
