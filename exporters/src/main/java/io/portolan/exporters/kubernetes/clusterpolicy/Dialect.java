package io.portolan.exporters.kubernetes.clusterpolicy;

import io.portolan.exporters.kubernetes.clusterpolicy.ClusterPolicy.Verb;
import io.portolan.model.policy.ClusterPolicyKind;

import java.util.Map;

/// In what the versions of the API differ: the words for actions, the field for ports, and how many
/// rules and entries they admit (from their custom resource definitions).
record Dialect(Map<String, Verb> verbs, PortField ports, int rules, int entries) {
    /// The most blocks or names in one peer, in every version.
    static final int BLOCKS = 25;

    private static final Dialect CLUSTER =
            new Dialect(
                    Map.of("Accept", Verb.ACCEPT, "Deny", Verb.DENY, "Pass", Verb.PASS),
                    PortField.PROTOCOLS,
                    25,
                    25);
    private static final Dialect ADMIN =
            new Dialect(
                    Map.of("Allow", Verb.ACCEPT, "Deny", Verb.DENY, "Pass", Verb.PASS),
                    PortField.PORTS,
                    100,
                    100);
    private static final Dialect BASELINE =
            new Dialect(Map.of("Allow", Verb.ACCEPT, "Deny", Verb.DENY), PortField.PORTS, 100, 100);

    /// `protocols` of ClusterNetworkPolicy, `ports` of the kinds before it.
    enum PortField {
        PROTOCOLS("protocols"),
        PORTS("ports");

        private final String word;

        PortField(String word) {
            this.word = word;
        }

        String word() {
            return word;
        }
    }

    static Dialect of(ClusterPolicyKind kind) {
        return switch (kind) {
            case CLUSTER_NETWORK_POLICY -> CLUSTER;
            case ADMIN_NETWORK_POLICY -> ADMIN;
            case BASELINE_ADMIN_NETWORK_POLICY -> BASELINE;
        };
    }
}
