package io.portolan.exporters.kubernetes.calico;

import io.portolan.exporters.kubernetes.calico.CalicoPolicy.Stage;

import java.util.List;
import java.util.Map;
import java.util.Set;

/// Everything of Calico that was found in a cluster.
record CalicoObjects(
        List<CalicoPolicy> policies,
        List<Tier> tiers,
        List<HostEndpoint> hosts,
        Map<String, Profile> profiles,
        Failsafe failsafe,
        KnownPeers known) {
    CalicoObjects {
        policies = List.copyOf(policies);
        tiers = List.copyOf(tiers);
        hosts = List.copyOf(hosts);
        profiles = Map.copyOf(profiles);
    }

    /// Policies that are asked at one of the stages.
    List<CalicoPolicy> policies(Set<Stage> stages) {
        return policies.stream().filter(p -> stages.contains(p.stage())).toList();
    }
}
