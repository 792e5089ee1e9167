package io.portolan.exporters.kubernetes.clusterpolicy;

import io.portolan.model.net.Cidr;

import java.util.List;

/// Of which families pods have addresses, even where their addresses are not known.
public record PodFamilies(boolean v4, boolean v6) {
    /// True if no pod can be outside the blocks.
    public boolean areWithin(List<Cidr> blocks) {
        return (!v4 || blocks.contains(Cidr.all(false)))
                && (!v6 || blocks.contains(Cidr.all(true)));
    }
}
