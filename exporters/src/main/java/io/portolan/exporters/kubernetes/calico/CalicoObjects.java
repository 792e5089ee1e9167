package io.portolan.exporters.kubernetes.calico;

import java.util.List;
import java.util.Map;

/// Everything of Calico that was found in a cluster.
record CalicoObjects(
        List<CalicoPolicy> policies,
        List<Tier> tiers,
        List<HostEndpoint> hosts,
        Map<String, Profile> profiles,
        KnownPeers known) {
    CalicoObjects {
        policies = List.copyOf(policies);
        tiers = List.copyOf(tiers);
        hosts = List.copyOf(hosts);
        profiles = Map.copyOf(profiles);
    }

    boolean hasTier(String name) {
        return tiers.stream().anyMatch(tier -> tier.name().equals(name));
    }
}
