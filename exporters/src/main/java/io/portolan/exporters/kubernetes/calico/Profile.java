package io.portolan.exporters.kubernetes.calico;

import java.util.List;

/// Rules of last resort, for endpoints that name the profile. They are asked after all tiers.
record Profile(String name, List<CalicoRule> ingress, List<CalicoRule> egress) {
    /// What automatic host endpoints carry: everything is allowed.
    static final String DEFAULT_ALLOW = "projectcalico-default-allow";

    Profile {
        ingress = List.copyOf(ingress);
        egress = List.copyOf(egress);
    }
}
