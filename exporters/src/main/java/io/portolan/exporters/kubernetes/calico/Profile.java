package io.portolan.exporters.kubernetes.calico;

import java.util.List;
import java.util.Map;

/// Rules of last resort, for endpoints that name the profile. They are asked after all tiers. Its
/// `labels` are carried by those endpoints too.
record Profile(
        String name,
        Map<String, String> labels,
        List<CalicoRule> ingress,
        List<CalicoRule> egress) {
    /// What automatic host endpoints carry: everything is allowed.
    static final String DEFAULT_ALLOW = "projectcalico-default-allow";

    Profile {
        labels = Map.copyOf(labels);
        ingress = List.copyOf(ingress);
        egress = List.copyOf(egress);
    }
}
