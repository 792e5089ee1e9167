package io.portolan.model.reach.oracle;

import io.portolan.model.policy.Action;
import io.portolan.model.policy.Block;
import io.portolan.model.policy.Direction;
import io.portolan.model.policy.Discipline;
import io.portolan.model.policy.Policy;
import io.portolan.model.policy.PolicyMode;
import io.portolan.model.policy.Rule;
import io.portolan.model.policy.Ties;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What the blocks of one point say about one packet: every result that is possible given what is
/// unknown.
final class Deciding {
    private Deciding() {}

    enum Effect {
        ALLOW,
        DENY,
        PASS
    }

    record Decision(Effect effect, String because) {}

    /// What one rule may do: results that end the block, and whether the next rule may be reached.
    private record Outcome(List<Decision> ends, boolean goesOn) {}

    static List<Decision> decide(List<Block> blocks, Matching.Sight sight) {
        List<Decision> all = new ArrayList<>();
        for (Decision decision : decide(blocks.getFirst(), sight)) {
            if (decision.effect() == Effect.PASS && blocks.size() > 1) {
                all.addAll(decide(blocks.subList(1, blocks.size()), sight));
            } else {
                all.add(decision);
            }
        }
        return distinct(all);
    }

    private static List<Decision> decide(Block block, Matching.Sight sight) {
        List<Policy> policies =
                block.policies().stream()
                        .filter(policy -> policy.mode() != PolicyMode.SHADOW)
                        .filter(policy -> selects(policy, sight) != Matching.Truth.NO)
                        .toList();
        return switch (block.discipline()) {
            case Discipline.FirstMatch(var ties) -> firstMatch(block, policies, ties, sight);
            case Discipline.DenyOverrides() ->
                    overrides(block, policies, Effect.DENY, Effect.ALLOW, sight);
            case Discipline.AllowOverrides() ->
                    overrides(block, policies, Effect.ALLOW, Effect.DENY, sight);
        };
    }

    private static Matching.Truth selects(Policy policy, Matching.Sight sight) {
        return sight.subject().isEmpty()
                ? Matching.Truth.YES
                : Matching.governs(policy.subject(), subjectParty(sight), sight);
    }

    private static Packet.Party subjectParty(Matching.Sight sight) {
        Packet packet = sight.packet();
        return sight.site() instanceof Site.Workload w && w.direction() == Direction.OUT
                ? packet.source()
                : packet.destination();
    }

    // ---------------------------------------------------------------- first match

    private static List<Decision> firstMatch(
            Block block, List<Policy> policies, Ties ties, Matching.Sight sight) {
        List<Decision> all = new ArrayList<>();
        for (List<Policy> order : orders(policies, ties)) {
            all.addAll(inOrder(block, order, sight));
        }
        return distinct(all);
    }

    private static List<Decision> inOrder(
            Block block, List<Policy> policies, Matching.Sight sight) {
        List<Decision> all = new ArrayList<>();
        for (Policy policy : policies) {
            for (Rule rule : policy.rules()) {
                Matching.Truth truth =
                        selects(policy, sight).and(Matching.matches(rule.match(), sight));
                if (truth == Matching.Truth.NO) {
                    continue;
                }
                Outcome outcome = outcome(rule.action(), rule.name(), sight);
                all.addAll(outcome.ends());
                if (truth == Matching.Truth.YES && !outcome.goesOn()) {
                    return distinct(all);
                }
            }
        }
        all.addAll(otherwise(block, policies, sight));
        return distinct(all);
    }

    private static List<Decision> otherwise(
            Block block, List<Policy> policies, Matching.Sight sight) {
        Matching.Truth isolated =
                policies.stream()
                        .filter(policy -> policy.mode() == PolicyMode.ISOLATES)
                        .map(policy -> selects(policy, sight))
                        .reduce(Matching.Truth.NO, Matching.Truth::or);
        List<Decision> all = new ArrayList<>();
        if (isolated != Matching.Truth.NO) {
            Outcome outcome = outcome(block.otherwise(), "default of " + block.name(), sight);
            all.addAll(outcome.ends());
            if (outcome.goesOn()) {
                all.add(new Decision(Effect.PASS, "default of " + block.name()));
            }
        }
        if (isolated != Matching.Truth.YES) {
            all.add(new Decision(Effect.PASS, unselected(block, sight)));
        }
        return all;
    }

    /// A policy that is only shown would have selected it.
    private static String unselected(Block block, Matching.Sight sight) {
        String shown =
                block.policies().stream()
                        .filter(policy -> policy.mode() == PolicyMode.SHADOW)
                        .filter(policy -> selects(policy, sight) == Matching.Truth.YES)
                        .map(Policy::name)
                        .collect(Collectors.joining(", "));
        return shown.isEmpty() ? "not selected by " + block.name() : shown + " is not enforced";
    }

    private static Outcome outcome(Action action, String name, Matching.Sight sight) {
        return switch (action) {
            case Action.Allow() -> new Outcome(List.of(new Decision(Effect.ALLOW, name)), false);
            case Action.Deny(_) -> new Outcome(List.of(new Decision(Effect.DENY, name)), false);
            case Action.Pass() -> new Outcome(List.of(new Decision(Effect.PASS, name)), false);
            case Action.Continue() -> new Outcome(List.of(), true);
            case Action.Enter(var block) -> entered(block, name, sight);
            case Action.Either(var why, var possible) -> {
                List<Outcome> each =
                        possible.stream()
                                .map(a -> outcome(a, name + " (" + why + ")", sight))
                                .toList();
                yield new Outcome(
                        each.stream().flatMap(o -> o.ends().stream()).toList(),
                        each.stream().anyMatch(Outcome::goesOn));
            }
        };
    }

    private static Outcome entered(Block block, String name, Matching.Sight sight) {
        List<Decision> inside = decide(block, sight);
        List<Decision> ends =
                inside.stream()
                        .filter(decision -> decision.effect() != Effect.PASS)
                        .map(decision ->
                                new Decision(decision.effect(), name + " > " + decision.because()))
                        .toList();
        return new Outcome(ends, ends.size() < inside.size());
    }

    // ---------------------------------------------------------------- equal orders

    private static List<List<Policy>> orders(List<Policy> policies, Ties ties) {
        Comparator<Policy> byOrder = Comparator.comparingDouble(Policy::order);
        return switch (ties) {
            case AS_LISTED -> List.of(policies.stream().sorted(byOrder).toList());
            case DENY_FIRST ->
                    List.of(
                            policies.stream()
                                    .sorted(byOrder.thenComparing(p -> !startsWithDeny(p)))
                                    .toList());
            case UNDEFINED ->
                    permutations(policies).filter(order -> isSorted(order, byOrder)).toList();
        };
    }

    private static boolean startsWithDeny(Policy policy) {
        return !policy.rules().isEmpty()
                && policy.rules().getFirst().action() instanceof Action.Deny;
    }

    private static boolean isSorted(List<Policy> order, Comparator<Policy> by) {
        for (int i = 1; i < order.size(); i++) {
            if (by.compare(order.get(i - 1), order.get(i)) > 0) {
                return false;
            }
        }
        return true;
    }

    private static Stream<List<Policy>> permutations(List<Policy> policies) {
        if (policies.isEmpty()) {
            return Stream.of(List.of());
        }
        return policies.stream()
                .flatMap(first -> {
                    List<Policy> rest = new ArrayList<>(policies);
                    rest.remove(first);
                    return permutations(rest)
                            .map(tail -> Stream.concat(Stream.of(first), tail.stream()).toList());
                });
    }

    // ---------------------------------------------------------------- deny or allow overrides

    /// The strong effect wins, then the weak one, then the default.
    private static List<Decision> overrides(
            Block block, List<Policy> policies, Effect strong, Effect weak, Matching.Sight sight) {
        List<Decision> all = new ArrayList<>();
        for (Effect effect : List.of(strong, weak)) {
            all.addAll(possible(policies, effect, sight));
            Optional<Decision> certain = certain(policies, effect, sight);
            if (certain.isPresent()) {
                all.add(certain.get());
                return distinct(all);
            }
        }
        Matching.Truth blocked =
                strong == Effect.DENY ? l7Blocked(policies, sight) : Matching.Truth.NO;
        if (blocked != Matching.Truth.NO) {
            all.add(new Decision(Effect.DENY, "no request rule of " + block.name()));
        }
        if (blocked != Matching.Truth.YES) {
            all.addAll(otherwise(block, policies, sight));
        }
        return distinct(all);
    }

    private static List<Decision> possible(
            List<Policy> policies, Effect effect, Matching.Sight sight) {
        return results(policies, sight)
                .flatMap(result -> result.outcome().ends().stream())
                .filter(decision -> decision.effect() == effect)
                .toList();
    }

    private static Optional<Decision> certain(
            List<Policy> policies, Effect effect, Matching.Sight sight) {
        return results(policies, sight)
                .filter(result ->
                        result.truth() == Matching.Truth.YES && !result.outcome().goesOn())
                .filter(result ->
                        result.outcome().ends().stream().allMatch(d -> d.effect() == effect))
                .map(result -> result.outcome().ends().getFirst())
                .findFirst();
    }

    private record Result(Matching.Truth truth, Outcome outcome) {}

    private static Stream<Result> results(List<Policy> policies, Matching.Sight sight) {
        return policies.stream()
                .flatMap(policy ->
                        policy.rules().stream()
                                .map(rule ->
                                        new Result(
                                                selects(policy, sight)
                                                        .and(Matching.matches(rule.match(), sight)),
                                                outcome(rule.action(), rule.name(), sight)))
                                .filter(result -> result.truth() != Matching.Truth.NO));
    }

    /// Some allow rule matches below L7 and asks for a request that this one is not.
    private static Matching.Truth l7Blocked(List<Policy> policies, Matching.Sight sight) {
        return policies.stream()
                .flatMap(policy ->
                        policy.rules().stream()
                                .filter(rule -> rule.action() instanceof Action.Allow)
                                .map(rule ->
                                        selects(policy, sight)
                                                .and(Matching.matchesBelowL7(rule.match(), sight))
                                                .and(
                                                        Matching.request(
                                                                        rule.match().request(),
                                                                        sight)
                                                                .not())))
                .reduce(Matching.Truth.NO, Matching.Truth::or);
    }

    private static List<Decision> distinct(List<Decision> decisions) {
        Map<Effect, Decision> first = new LinkedHashMap<>();
        decisions.forEach(decision -> first.putIfAbsent(decision.effect(), decision));
        return List.copyOf(first.values());
    }
}
