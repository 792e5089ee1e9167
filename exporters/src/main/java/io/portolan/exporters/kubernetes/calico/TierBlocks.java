package io.portolan.exporters.kubernetes.calico;

import io.portolan.exporters.kubernetes.networkpolicy.PodPolicies;
import io.portolan.model.policy.Action;
import io.portolan.model.policy.Block;
import io.portolan.model.policy.Direction;
import io.portolan.model.policy.Discipline;
import io.portolan.model.policy.Policy;
import io.portolan.model.policy.Refusal;
import io.portolan.model.policy.Ties;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// Calico's order: a block for each tier. A tier of which no policy selects the endpoint is
/// skipped. At workloads the policies of Kubernetes stand among those of Calico, each kind in its
/// tier.
record TierBlocks(
        List<Tier> tiers,
        List<CalicoPolicy> policies,
        PolicyLifting lifting,
        PodPolicies kubernetes) {

    TierBlocks {
        tiers = List.copyOf(tiers);
        policies = List.copyOf(policies);
    }

    List<Block> blocks(Direction direction) {
        List<Block> blocks = new ArrayList<>(unknownTiers(direction));
        for (Tier tier : tiers) {
            List<Filed> filed = new ArrayList<>(own(direction, tier.name()));
            List<Policy> theirs = kubernetes(tier, kubernetes);
            theirs.stream().map(Filed::ofKubernetes).forEach(filed::add);
            boolean tied = !theirs.isEmpty() && !tier.name().equals(Tier.DEFAULT);
            if (!filed.isEmpty()) {
                blocks.add(block(tier, filed, tied ? Ties.UNDEFINED : Ties.AS_LISTED));
            }
        }
        return blocks;
    }

    private static List<Policy> kubernetes(Tier tier, PodPolicies found) {
        return switch (tier.name()) {
            case Tier.ADMIN -> found.admin();
            case Tier.DEFAULT -> found.network().stream().map(TierBlocks::inDefaultTier).toList();
            case Tier.BASELINE -> found.baseline();
            default -> List.of();
        };
    }

    private static Policy inDefaultTier(Policy p) {
        return new Policy(
                p.name(), Tier.NETWORK_POLICY_ORDER, p.subject(), p.mode(), p.rules(), p.remark());
    }

    private static Block block(Tier tier, List<Filed> policies, Ties ties) {
        Action end = tier.passes() ? new Action.Pass() : new Action.Deny(Refusal.DROP);
        return new Block(
                "tier " + tier.name(),
                new Discipline.FirstMatch(ties),
                EqualOrders.inTurn(policies),
                end);
    }

    private List<Filed> own(Direction direction, String tier) {
        return policies(direction, p -> p.tier().equals(tier))
                .map(p -> Filed.of(p, lifting.policy(p, direction)))
                .toList();
    }

    private Stream<CalicoPolicy> policies(Direction direction, Predicate<CalicoPolicy> which) {
        return policies.stream().filter(p -> p.rules(direction).isPresent()).filter(which);
    }

    private boolean hasTier(String name) {
        return tiers.stream().anyMatch(tier -> tier.name().equals(name));
    }

    /// Where a tier stands that the manifests do not hold, and whether it exists, is not known: its
    /// policies may decide before all others, or not at all.
    private List<Block> unknownTiers(Direction direction) {
        List<Policy> perhaps =
                policies(direction, p -> !hasTier(p.tier()))
                        .map(p -> perhaps(lifting.policy(p, direction), why(p)))
                        .toList();
        return perhaps.isEmpty()
                ? List.of()
                : List.of(
                        new Block(
                                "tiers that are not in the manifests",
                                new Discipline.FirstMatch(Ties.UNDEFINED),
                                perhaps,
                                maybe(
                                        new Action.Deny(Refusal.DROP),
                                        "the tier is not in the manifests")));
    }

    private static String why(CalicoPolicy policy) {
        return "the tier %s is not in the manifests".formatted(policy.tier());
    }

    private static Policy perhaps(Policy policy, String why) {
        return new Policy(
                policy.name(),
                0,
                policy.subject(),
                policy.mode(),
                new Rewriting(action -> maybe(action, why)).of(policy).rules(),
                policy.remark());
    }

    /// Decides so, or says nothing.
    static Action maybe(Action action, String why) {
        return action instanceof Action.Continue
                ? action
                : new Action.Either(why, List.of(action, new Action.Pass()));
    }
}
