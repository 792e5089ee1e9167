package io.portolan.exporters.kubernetes.calico;

import io.portolan.model.net.Cidr;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Addresses with labels, which selectors of rules mean by their labels. Without a `namespace` it
/// is a GlobalNetworkSet.
record NetworkSet(
        Optional<String> namespace, String name, Map<String, String> labels, List<Cidr> nets) {
    NetworkSet {
        labels = Map.copyOf(labels);
        nets = List.copyOf(nets);
    }
}
