package io.portolan.exporters.kubernetes.networkpolicy;

import io.portolan.model.policy.Action;
import io.portolan.model.policy.Block;
import io.portolan.model.policy.Discipline;
import io.portolan.model.policy.Policy;
import io.portolan.model.policy.Ties;

import java.util.ArrayList;
import java.util.List;

/// What the policies of Kubernetes itself say about one direction: the admin tier, NetworkPolicies,
/// the baseline tier. A network plug-in with policies of its own may put them together otherwise.
public record PodPolicies(List<Policy> admin, List<Policy> network, List<Policy> baseline) {
    /// The name of the block in which NetworkPolicies add up.
    public static final String NETWORK = "NetworkPolicy";

    public PodPolicies {
        admin = List.copyOf(admin);
        network = List.copyOf(network);
        baseline = List.copyOf(baseline);
    }

    /// How Kubernetes composes them: the admin tier may pass, a NetworkPolicy that selects the pod
    /// is final, the baseline is for pods that none selects. Of equal priorities either may come
    /// first. The place of NetworkPolicies is kept where there are others, for those that are
    /// derived.
    public List<Block> blocks() {
        return around(PodPoint.union(network));
    }

    /// The same with `normal` in the place of NetworkPolicies.
    public List<Block> around(Block normal) {
        List<Block> blocks = new ArrayList<>();
        if (!admin.isEmpty()) {
            blocks.add(tier("Admin", admin));
        }
        if (!normal.policies().isEmpty() || !admin.isEmpty() || !baseline.isEmpty()) {
            blocks.add(normal);
        }
        if (!baseline.isEmpty()) {
            blocks.add(tier("Baseline", baseline));
        }
        return blocks;
    }

    private static Block tier(String name, List<Policy> policies) {
        return new Block(
                name, new Discipline.FirstMatch(Ties.UNDEFINED), policies, new Action.Pass());
    }
}
