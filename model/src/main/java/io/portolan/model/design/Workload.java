package io.portolan.model.design;

import io.portolan.model.net.Address;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Something that runs in a cluster: a Deployment and its kin. `replicas` is the planned number;
/// `someNodes`: a DaemonSet that has no pod on some nodes.
public record Workload(
        ElementId id,
        String label,
        Optional<ElementId> parent,
        About about,
        WorkloadKind workloadKind,
        Map<String, String> labels,
        Optional<String> serviceAccount,
        List<WorkloadPort> ports,
        Optional<Integer> replicas,
        boolean hostNetwork,
        boolean someNodes,
        List<Address> addresses)
        implements Endpoint {
    public Workload {
        labels = Values.sorted(labels);
        ports = List.copyOf(ports);
        addresses = List.copyOf(addresses);
    }

    public Workload withPorts(List<WorkloadPort> other) {
        return new Workload(
                id,
                label,
                parent,
                about,
                workloadKind,
                labels,
                serviceAccount,
                other,
                replicas,
                hostNetwork,
                someNodes,
                addresses);
    }
}
