package io.portolan.exporters.kubernetes.calico;

import io.portolan.model.policy.Direction;
import io.portolan.model.policy.Remark;

import java.util.List;
import java.util.Optional;

/// A NetworkPolicy or GlobalNetworkPolicy of Calico as its manifest says it. A direction that it
/// does not govern is absent. Without a `namespace` it is global; an absent order comes last.
record CalicoPolicy(
        Optional<String> namespace,
        String name,
        String kind,
        String tier,
        Optional<Double> order,
        Subject subject,
        Optional<List<CalicoRule>> ingress,
        Optional<List<CalicoRule>> egress,
        Stage stage,
        boolean staged,
        Remark remark) {
    CalicoPolicy {
        ingress = ingress.map(List::copyOf);
        egress = egress.map(List::copyOf);
    }

    /// Whom it governs: all of the selectors must hold.
    record Subject(Selector selector, Optional<Selector> namespaces, Optional<Selector> accounts) {}

    /// When a policy is asked about what passes a host. Workloads know NORMAL and FORWARDED alone,
    /// which are the same to them.
    enum Stage {
        /// What ends at the host or begins there.
        NORMAL,
        /// Likewise, and what the host forwards (`applyOnForward`).
        FORWARDED,
        /// Before the destination is translated (`preDNAT`).
        BEFORE_DNAT,
        /// Before connections are tracked (`doNotTrack`).
        UNTRACKED
    }

    Optional<List<CalicoRule>> rules(Direction direction) {
        return direction == Direction.IN ? ingress : egress;
    }

    /// How traces and messages call it.
    String title() {
        return namespace.map(ns -> ns + "/" + name).orElse(name);
    }

    double orderOrLast() {
        return order.orElse(Double.POSITIVE_INFINITY);
    }
}
