package io.portolan.model.compile.pod;

import io.portolan.model.design.Cni;
import io.portolan.model.policy.ClusterPolicyKind;

import java.util.Optional;

/// Whether a network plug-in enforces cluster-wide policies of a kind. Calico knew
/// AdminNetworkPolicy from 3.29 to 3.31 and ClusterNetworkPolicy from 3.32; Cilium knows
/// ClusterNetworkPolicy from 1.20, where it is switched on (release notes of both).
sealed interface ClusterPolicySupport {
    record Enforced() implements ClusterPolicySupport {}

    record Ignored(String why) implements ClusterPolicySupport {}

    /// It depends on something that the design does not say.
    record Open(String why) implements ClusterPolicySupport {}

    static ClusterPolicySupport of(Cni cni, ClusterPolicyKind kind) {
        Optional<PlugInVersion> version = PlugInVersion.of(cni);
        return switch (cni.product()) {
            case FLANNEL -> new Ignored("Flannel enforces no policies");
            case CALICO ->
                    kind == ClusterPolicyKind.CLUSTER_NETWORK_POLICY
                            ? calico(version)
                            : calicoBefore(version);
            case CILIUM ->
                    kind == ClusterPolicyKind.CLUSTER_NETWORK_POLICY
                            ? cilium(version)
                            : new Ignored("Cilium does not know this kind of policy");
        };
    }

    private static ClusterPolicySupport calico(Optional<PlugInVersion> version) {
        String why = "Calico enforces ClusterNetworkPolicy from version 3.32";
        return version.<ClusterPolicySupport>map(
                        v -> v.isBefore(3, 32) ? new Ignored(why) : new Enforced())
                .orElseGet(() -> new Open(why));
    }

    private static ClusterPolicySupport calicoBefore(Optional<PlugInVersion> version) {
        String why = "Calico enforces this kind of policy in versions 3.29 to 3.31";
        return version.<ClusterPolicySupport>map(v ->
                        v.isBefore(3, 29) || !v.isBefore(3, 32) ? new Ignored(why) : new Enforced())
                .orElseGet(() -> new Open(why));
    }

    private static ClusterPolicySupport cilium(Optional<PlugInVersion> version) {
        String why = "Cilium enforces ClusterNetworkPolicy from version 1.20, if it is switched on";
        return version.filter(v -> v.isBefore(1, 20)).isPresent()
                ? new Ignored(why)
                : new Open(why);
    }
}
