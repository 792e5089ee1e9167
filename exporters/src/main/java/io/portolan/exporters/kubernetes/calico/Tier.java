package io.portolan.exporters.kubernetes.calico;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// A tier: policies that are asked together. `passes`: what none of the policies that select an
/// endpoint decides goes on to the next tier; otherwise it is denied.
record Tier(String name, Optional<Double> order, boolean passes) {
    static final String DEFAULT = "default";

    /// Where the policies of Kubernetes stand.
    static final String ADMIN = "kube-admin";

    static final String BASELINE = "kube-baseline";

    /// The order that every NetworkPolicy of Kubernetes has in the default tier.
    static final double NETWORK_POLICY_ORDER = 1000;

    /// The tiers that every Calico cluster has.
    static final List<Tier> BUILT_IN =
            List.of(
                    new Tier(ADMIN, Optional.of(1_000.0), true),
                    new Tier(DEFAULT, Optional.of(1_000_000.0), false),
                    new Tier(BASELINE, Optional.of(10_000_000.0), true));

    /// Without an order last, equal orders by name.
    static final Comparator<Tier> ASKED_IN_TURN =
            Comparator.comparingDouble((Tier t) -> t.order().orElse(Double.POSITIVE_INFINITY))
                    .thenComparing(Tier::name);
}
