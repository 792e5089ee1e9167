package io.portolan.exporters.kubernetes.cilium;

import io.portolan.exporters.manifest.LabelSelector;
import io.portolan.model.policy.Direction;
import io.portolan.model.policy.Remark;

import java.util.List;
import java.util.Optional;

/// One rule set of a CiliumNetworkPolicy (without `namespace`: of a clusterwide one) as its
/// manifest says it.
record CiliumPolicy(
        Optional<String> namespace,
        String name,
        Subject subject,
        Section ingress,
        Section egress,
        Remark remark) {

    /// Pods by their labels, or nodes by theirs.
    sealed interface Subject {
        record Pods(LabelSelector labels) implements Subject {}

        record Nodes(LabelSelector labels) implements Subject {}
    }

    /// What is said about one direction. With no rule of either kind nothing is; otherwise the
    /// endpoint is closed in that direction, unless `open`.
    record Section(List<CiliumRule> allow, List<CiliumRule> deny, boolean open) {
        Section {
            allow = List.copyOf(allow);
            deny = List.copyOf(deny);
        }

        boolean isEmpty() {
            return allow.isEmpty() && deny.isEmpty();
        }
    }

    Section section(Direction direction) {
        return direction == Direction.IN ? ingress : egress;
    }

    /// True if this one surely governs every pod that the other does: it asks for no more.
    boolean includes(CiliumPolicy other) {
        return subject instanceof Subject.Pods(var mine)
                && other.subject instanceof Subject.Pods(var theirs)
                && (namespace.isEmpty() || namespace.equals(other.namespace))
                && theirs.requirements().containsAll(mine.requirements());
    }
}
