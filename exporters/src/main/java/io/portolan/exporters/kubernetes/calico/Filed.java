package io.portolan.exporters.kubernetes.calico;

import io.portolan.model.policy.Policy;

import java.util.List;

/// A policy with the names by which releases of Calico put equal orders in turn. Without a
/// namespace it is global. `names` in turn: from 3.32 `name/namespace/kind`, with and without the
/// `default.` that older releases stored; up to 3.31 `namespace/tier.name`, where a NetworkPolicy
/// of Kubernetes is `knp.default.name`; and from 3.32 on a datastore of its own, into which those
/// are copied under that name (projectcalico/calico: `felix/calc/policy_sorter.go` before and after
/// pull request 11232, `K8sNetworkPolicyToCalico`, and the controller that copies).
record Filed(Policy policy, String namespace, List<String> names) {
    /// How many names each policy has.
    static final int FORMS = 4;

    private static final String KUBERNETES = "knp.default.";

    Filed {
        names = List.copyOf(names);
    }

    static Filed of(CalicoPolicy policy, Policy lifted) {
        String home = policy.namespace().orElse("");
        String stored = policy.name();
        String prefix = policy.tier() + ".";
        String plain = stored.startsWith("default.") ? stored.substring(8) : stored;
        String tiered = stored.startsWith(prefix) ? stored : prefix + stored;
        String now = now(plain, home, policy.kind());
        return new Filed(
                lifted,
                home,
                List.of(now, now(stored, home, policy.kind()), before(home, tiered), now));
    }

    /// A policy of Kubernetes, `ns/name` or the name of one for the whole cluster.
    static Filed ofKubernetes(Policy policy) {
        int slash = policy.name().indexOf('/');
        String home = policy.name().substring(0, Math.max(slash, 0));
        String name = policy.name().substring(slash + 1);
        String now = now(name, home, "KubernetesNetworkPolicy");
        String copied = KUBERNETES + name;
        return new Filed(
                policy,
                home,
                List.of(now, now, before(home, copied), now(copied, home, "NetworkPolicy")));
    }

    private static String now(String name, String namespace, String kind) {
        return "%s/%s/%s".formatted(name, namespace, kind);
    }

    private static String before(String namespace, String name) {
        return namespace.isEmpty() ? name : namespace + "/" + name;
    }

    /// The name of the newest releases.
    String name() {
        return names.getFirst();
    }
}
