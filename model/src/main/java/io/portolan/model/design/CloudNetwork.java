package io.portolan.model.design;

import io.portolan.model.net.Cidr;

import java.util.List;
import java.util.Optional;

/// A private network in a cloud: an AWS VPC, an Azure virtual network, a GCP VPC.
public record CloudNetwork(
        ElementId id,
        String label,
        Optional<ElementId> parent,
        About about,
        CloudProvider provider,
        List<Cidr> ranges)
        implements Zone {
    public CloudNetwork {
        ranges = List.copyOf(ranges);
    }
}
