package io.portolan.exporters.kubernetes.networkpolicy;

import io.portolan.exporters.spi.Gap;
import io.portolan.model.policy.Action;
import io.portolan.model.policy.Block;
import io.portolan.model.policy.Direction;
import io.portolan.model.policy.Discipline;
import io.portolan.model.policy.EnforcementPoint;
import io.portolan.model.policy.Expr;
import io.portolan.model.policy.Match;
import io.portolan.model.policy.Origin;
import io.portolan.model.policy.Policy;
import io.portolan.model.policy.Rule;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The points of one cluster as NetworkPolicies. A rule that cannot be written whole is written
/// narrower or not at all, and becomes a gap.
final class NetworkPolicyLowering {
    private final String cluster;
    private final PeerLowering peers;
    private final PolicySet policies = new PolicySet();
    private final List<Gap> gaps = new ArrayList<>();

    NetworkPolicyLowering(String cluster) {
        this.cluster = cluster;
        this.peers = new PeerLowering(cluster);
    }

    List<NetworkPolicy> policies() {
        return policies.all();
    }

    List<Gap> gaps() {
        return List.copyOf(gaps);
    }

    void add(EnforcementPoint point, Direction direction) {
        for (Block block : point.blocks()) {
            if (!isPlatformDefault(block)) {
                add(new Site(point.id(), direction), block);
            }
        }
    }

    private record Site(String point, Direction direction) {}

    /// What the platform does by itself needs no policy.
    private static boolean isPlatformDefault(Block block) {
        return block.discipline() instanceof Discipline.FirstMatch
                && block.policies().stream()
                        .flatMap(policy -> policy.rules().stream())
                        .allMatch(rule -> rule.remark().origin() instanceof Origin.BuiltIn);
    }

    private void add(Site site, Block block) {
        boolean open =
                block.otherwise() instanceof Action.Pass
                        || block.otherwise() instanceof Action.Allow;
        if (open) {
            gaps.add(
                    gap(
                            site,
                            block.name(),
                            "a pod that a NetworkPolicy selects is closed",
                            "Use a dialect with tiers, or close the pods in the design."));
        } else {
            block.policies().forEach(policy -> add(site, policy));
        }
    }

    private void add(Site site, Policy policy) {
        try {
            checkMode(site, policy);
            PeerLowering.Subject subject = peers.subject(policy.subject());
            List<NetworkPolicy.Rule> rules =
                    policy.rules().stream()
                            .flatMap(rule -> lowered(site, rule, subject.namespace()).stream())
                            .toList();
            policies.add(policy, subject, site.direction(), rules);
        } catch (Unwritable e) {
            gaps.add(gap(site, policy.name(), e.why(), e.advice()));
        }
    }

    private void checkMode(Site site, Policy policy) {
        switch (policy.mode()) {
            case ISOLATES -> {}
            case OPEN ->
                    throw new Unwritable(
                            "a NetworkPolicy always closes the pods that it selects",
                            "Write the rule into a policy that closes them.");
            case SHADOW ->
                    gaps.add(
                            gap(
                                    site,
                                    policy.name(),
                                    "the network plug-in of the cluster does not enforce it",
                                    "Use a plug-in that enforces NetworkPolicy, such as Calico."));
        }
    }

    private Optional<NetworkPolicy.Rule> lowered(Site site, Rule rule, String namespace) {
        try {
            checkAction(rule.action());
            checkMatch(rule.match(), site.direction());
            return written(site, rule, namespace);
        } catch (Unwritable e) {
            gaps.add(gap(site, rule, e));
            return Optional.empty();
        }
    }

    private Optional<NetworkPolicy.Rule> written(Site site, Rule rule, String namespace) {
        var other =
                site.direction() == Direction.IN
                        ? rule.match().source()
                        : rule.match().destination();
        var named = peers.peers(other, namespace, e -> gaps.add(gap(site, rule, e)));
        var ports = PortLowering.ports(rule.match().traffic(), e -> gaps.add(gap(site, rule, e)));
        boolean nobody = named instanceof PeerLowering.Peers.These(var found) && found.isEmpty();
        boolean nothing = ports instanceof PortLowering.Ports.These(var found) && found.isEmpty();
        return nobody || nothing
                ? Optional.empty()
                : Optional.of(new NetworkPolicy.Rule(listed(named), listed(ports), rule.remark()));
    }

    private static List<NetworkPolicy.Peer> listed(PeerLowering.Peers peers) {
        return switch (peers) {
            case PeerLowering.Peers.Everybody _ -> List.of();
            case PeerLowering.Peers.These(var found) -> found;
        };
    }

    private static List<NetworkPolicy.Port> listed(PortLowering.Ports ports) {
        return switch (ports) {
            case PortLowering.Ports.Everything _ -> List.of();
            case PortLowering.Ports.These(var found) -> found;
        };
    }

    private static void checkAction(Action action) {
        switch (action) {
            case Action.Allow _ -> {}
            case Action.Deny _ ->
                    throw new Unwritable(
                            "NetworkPolicy has no deny rules",
                            "Leave out what allows it, or use ClusterNetworkPolicy or Calico.");
            case Action.Pass _, Action.Enter _ ->
                    throw new Unwritable(
                            "NetworkPolicy has no tiers", "Use ClusterNetworkPolicy or Calico.");
            case Action.Continue _ ->
                    throw new Unwritable(
                            "NetworkPolicy does not log",
                            "Use a plug-in that logs, such as Calico.");
            case Action.Either(String why, var _) ->
                    throw new Unwritable(
                            "it is not known what the rule does: " + why,
                            "Decide it in the design.");
        }
    }

    private static void checkMatch(Match match, Direction direction) {
        if (!match.request().equals(Expr.any())) {
            throw new Unwritable(
                    "NetworkPolicy does not look into requests",
                    "Let the mesh or a gateway check them, and open the port without.");
        }
        var self = direction == Direction.IN ? match.destination() : match.source();
        if (!match.passage().equals(Expr.any()) || !self.equals(Expr.any())) {
            throw new Unwritable(
                    "the rule asks for more than the other end and the port",
                    "Put what the governed pods fulfil into the selector of the policy.");
        }
    }

    private static Gap gap(Site site, Rule rule, Unwritable e) {
        List<String> about =
                rule.remark().origin() instanceof Origin.Flow(String id) ? List.of(id) : List.of();
        return new Gap(site.point(), rule.name(), e.why(), about, e.advice());
    }

    private Gap gap(Site site, String name, String why, String advice) {
        return new Gap(site.point(), name, why, List.of(cluster), advice);
    }
}
