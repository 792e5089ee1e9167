package io.portolan.model.policy;

import java.util.Optional;

/// The cluster-wide policies of Kubernetes itself (network-policy-api). Which of them a network
/// plug-in knows differs, so that in a plan the kind stands before the name of the policy.
public enum ClusterPolicyKind {
    CLUSTER_NETWORK_POLICY("ClusterNetworkPolicy"),
    ADMIN_NETWORK_POLICY("AdminNetworkPolicy"),
    BASELINE_ADMIN_NETWORK_POLICY("BaselineAdminNetworkPolicy");

    private final String word;

    ClusterPolicyKind(String word) {
        this.word = word;
    }

    /// As manifests call it.
    public String word() {
        return word;
    }

    /// How a plan calls an object of this kind: `AdminNetworkPolicy baseline-dns`.
    public String policyName(String object) {
        return word + " " + object;
    }

    /// The kind of a policy of a plan, if it is one of these.
    public static Optional<ClusterPolicyKind> of(Policy policy) {
        for (ClusterPolicyKind kind : values()) {
            if (policy.name().startsWith(kind.word + " ")) {
                return Optional.of(kind);
            }
        }
        return Optional.empty();
    }
}
