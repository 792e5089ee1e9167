package io.portolan.exporters.kubernetes.calico;

import io.portolan.exporters.kubernetes.networkpolicy.PodPolicies;
import io.portolan.model.policy.Action;
import io.portolan.model.policy.Block;
import io.portolan.model.policy.Direction;
import io.portolan.model.policy.Discipline;
import io.portolan.model.policy.Expr;
import io.portolan.model.policy.Match;
import io.portolan.model.policy.Origin;
import io.portolan.model.policy.Peer;
import io.portolan.model.policy.Policy;
import io.portolan.model.policy.PolicyMode;
import io.portolan.model.policy.Refusal;
import io.portolan.model.policy.Remark;
import io.portolan.model.policy.Rule;
import io.portolan.model.policy.Ties;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// Calico's order at workloads: a block for each tier, then the profile of the namespace, which
/// allows. A tier of which no policy selects the pod is skipped. The policies of Kubernetes stand
/// among those of Calico, each kind in its tier.
final class TierBlocks {
    private final CalicoObjects objects;

    TierBlocks(CalicoObjects objects) {
        this.objects = objects;
    }

    /// A policy with what comes first among equal orders.
    private record Ranked(Policy policy, String tieBreak) {}

    List<Block> blocks(Direction direction, PodPolicies kubernetes) {
        List<Block> blocks = new ArrayList<>(unknownTiers(direction));
        for (Tier tier : objects.tiers()) {
            List<Ranked> policies = new ArrayList<>(own(direction, tier.name()));
            List<Policy> theirs = kubernetes(tier, kubernetes);
            theirs.forEach(p -> policies.add(new Ranked(p, tieBreak(p))));
            boolean tied = !theirs.isEmpty() && !tier.name().equals(Tier.DEFAULT);
            if (!policies.isEmpty()) {
                blocks.add(block(tier, policies, tied ? Ties.UNDEFINED : Ties.AS_LISTED));
            }
        }
        if (!blocks.isEmpty()) {
            blocks.add(profiles());
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

    /// The name that Calico gives to a NetworkPolicy `ns/name` of Kubernetes.
    private static String tieBreak(Policy policy) {
        int slash = policy.name().indexOf('/');
        return "knp.default.%s/%s"
                .formatted(
                        policy.name().substring(slash + 1),
                        policy.name().substring(0, Math.max(slash, 0)));
    }

    private static Block block(Tier tier, List<Ranked> policies, Ties ties) {
        List<Policy> sorted =
                policies.stream()
                        .sorted(
                                Comparator.comparingDouble((Ranked r) -> r.policy().order())
                                        .thenComparing(Ranked::tieBreak))
                        .map(Ranked::policy)
                        .toList();
        Action end = tier.passes() ? new Action.Pass() : new Action.Deny(Refusal.DROP);
        return new Block("tier " + tier.name(), new Discipline.FirstMatch(ties), sorted, end);
    }

    private List<Ranked> own(Direction direction, String tier) {
        return policies(direction, p -> p.tier().equals(tier))
                .map(p -> new Ranked(policy(p, direction), p.tieBreak()))
                .toList();
    }

    /// Policies that are only for hosts are none of a pod's.
    private Stream<CalicoPolicy> policies(Direction direction, Predicate<CalicoPolicy> which) {
        return objects.policies().stream()
                .filter(p ->
                        p.stage() == CalicoPolicy.Stage.NORMAL
                                || p.stage() == CalicoPolicy.Stage.FORWARDED)
                .filter(p -> p.rules(direction).isPresent())
                .filter(which);
    }

    private Policy policy(CalicoPolicy policy, Direction direction) {
        List<Rule> rules =
                new RuleLifting(objects.known(), policy.namespace())
                        .rules(policy.title(), policy.rules(direction).orElse(List.of()));
        return new Policy(
                policy.title(),
                policy.orderOrLast(),
                objects.known().pods().pods(subject(policy)),
                policy.staged() ? PolicyMode.SHADOW : PolicyMode.ISOLATES,
                rules,
                policy.remark());
    }

    /// The labels that the governed endpoint must have.
    static Selector subject(CalicoPolicy policy) {
        CalicoPolicy.Subject subject = policy.subject();
        Optional<Selector> home =
                policy.namespace()
                        .map(Selectors::inNamespace)
                        .or(() -> subject.namespaces().map(Selectors::namespaces));
        Optional<Selector> accounts = subject.accounts().map(Selectors::accounts);
        return Selectors.both(Selectors.both(home, accounts), Optional.of(subject.selector()))
                .orElse(new Selector.All());
    }

    /// Where a tier stands that the manifests do not hold, and whether it exists, is not known: its
    /// policies may decide before all others, or not at all.
    private List<Block> unknownTiers(Direction direction) {
        List<Policy> perhaps =
                policies(direction, p -> !objects.hasTier(p.tier()))
                        .map(p -> perhaps(policy(p, direction), why(p)))
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
        List<Rule> rules =
                policy.rules().stream()
                        .map(r -> new Rule(r.name(), r.match(), maybe(r.action(), why), r.remark()))
                        .toList();
        return new Policy(
                policy.name(), 0, policy.subject(), policy.mode(), rules, policy.remark());
    }

    /// Decides so, or says nothing.
    static Action maybe(Action action, String why) {
        return action instanceof Action.Continue
                ? action
                : new Action.Either(why, List.of(action, new Action.Pass()));
    }

    private static Block profiles() {
        Remark remark = new Remark(new Origin.BuiltIn("profile kns.<namespace> allows"), "", false);
        Rule rule = new Rule("kns", Match.any(), new Action.Allow(), remark);
        Expr<Peer> everybody = Expr.any();
        Policy policy =
                new Policy(
                        "kns",
                        Double.POSITIVE_INFINITY,
                        everybody,
                        PolicyMode.ISOLATES,
                        List.of(rule),
                        remark);
        return new Block(
                "profiles",
                new Discipline.FirstMatch(Ties.AS_LISTED),
                List.of(policy),
                new Action.Deny(Refusal.DROP));
    }
}
