package io.portolan.model.reach;

import io.portolan.model.net.PortSet;
import io.portolan.model.policy.Action;
import io.portolan.model.policy.Block;
import io.portolan.model.policy.Discipline;
import io.portolan.model.policy.Origin;
import io.portolan.model.policy.Policy;
import io.portolan.model.policy.PolicyMode;
import io.portolan.model.policy.Rule;
import io.portolan.model.reach.Decision.Effect;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// What the blocks of a point say about a packet: for every port each effect that is possible given
/// what is unknown.
final class Deciding {
    private final PolicyIndex index;

    Deciding(PolicyIndex index) {
        this.index = index;
    }

    /// What an action may do: decisions that end the block, and the ports on which the next rule
    /// may be reached.
    record Result(List<Decision> ends, PortSet goesOn) {}

    /// One packet before one block, for some of the ports.
    record Case(Block block, List<Policy> policies, Sight sight, PortSet ports) {}

    List<Decision> decide(List<Block> blocks, Sight sight, PortSet ports) {
        List<Decision> all = new ArrayList<>();
        PortSet left = ports;
        for (int i = 0; i < blocks.size() && !left.isEmpty(); i++) {
            boolean last = i == blocks.size() - 1;
            List<Decision> here = decide(blocks.get(i), sight, left);
            here.stream().filter(d -> last || d.effect() != Effect.PASS).forEach(all::add);
            left = Decision.ports(here, Effect.PASS);
        }
        return Decision.firstReasons(all);
    }

    private List<Decision> decide(Block block, Sight sight, PortSet ports) {
        List<Policy> policies =
                index.mayGovern(block, sight).stream()
                        .filter(policy -> !selects(policy, sight).isNever())
                        .toList();
        Case asked = new Case(block, policies, sight, ports);
        return Decision.firstReasons(
                switch (block.discipline()) {
                    case Discipline.FirstMatch(var ties) ->
                            new FirstMatching(this, asked).decide(ties);
                    case Discipline.DenyOverrides() ->
                            new Overriding(this, asked).decide(Effect.DENY, Effect.ALLOW);
                    case Discipline.AllowOverrides() ->
                            new Overriding(this, asked).decide(Effect.ALLOW, Effect.DENY);
                });
    }

    /// The policies that select whom a packet is about, with their selectors, block by block; not
    /// what the platform exempts by itself.
    List<String> selecting(List<Block> blocks, Sight sight) {
        List<String> names = new ArrayList<>();
        for (Block block : blocks) {
            index.mayGovern(block, sight).stream()
                    .filter(policy -> !isExemption(block, policy))
                    .filter(policy -> !selects(policy, sight).isNever())
                    .forEach(policy -> names.add(Selectors.of(policy)));
        }
        return names;
    }

    private static boolean isExemption(Block block, Policy policy) {
        return block.otherwise() instanceof Action.Pass
                && policy.remark().origin() instanceof Origin.BuiltIn;
    }

    static Truth selects(Policy policy, Sight sight) {
        return sight.subject().isEmpty()
                ? Truth.YES
                : Matching.governs(policy.subject(), sight.subjectParty(), sight);
    }

    /// What the block says where no rule decided.
    List<Decision> otherwise(Case asked, PortSet ports) {
        if (ports.isEmpty()) {
            return List.of();
        }
        Truth isolated = Truth.NO;
        for (Policy policy : asked.policies()) {
            if (policy.mode() == PolicyMode.ISOLATES && !isolated.isAlways()) {
                isolated = isolated.or(selects(policy, asked.sight()));
            }
        }
        List<Decision> all = new ArrayList<>();
        String name = asked.block().name();
        PortSet may = ports.intersection(isolated.possibly());
        if (!may.isEmpty()) {
            Reason reason = new Reason("default of " + name, Optional.empty(), isolating(asked));
            Result result = result(asked.block().otherwise(), reason, asked.sight(), may);
            all.addAll(result.ends());
            add(all, Effect.PASS, reason, result.goesOn());
        }
        PortSet passing = ports.minus(isolated.surely());
        if (!passing.isEmpty()) {
            Reason reason = new Reason(unselected(asked), Optional.empty(), isolating(asked));
            add(all, Effect.PASS, reason, passing);
        }
        return all;
    }

    private static List<Doubt> isolating(Case asked) {
        return asked.policies().stream()
                .filter(policy -> policy.mode() == PolicyMode.ISOLATES)
                .map(policy -> new Doubt(policy, Optional.empty()))
                .toList();
    }

    private static String unselected(Case asked) {
        String shown =
                asked.block().policies().stream()
                        .filter(policy -> policy.mode() == PolicyMode.SHADOW)
                        .filter(policy -> selects(policy, asked.sight()).isAlways())
                        .map(Policy::name)
                        .collect(Collectors.joining(", "));
        return shown.isEmpty()
                ? "not selected by " + asked.block().name()
                : "%s is not enforced".formatted(shown);
    }

    /// Why, in words, where that is written, and what may not count of it.
    record Reason(String words, Optional<Origin> origin, List<Doubt> doubts) {
        static Reason of(Policy policy, Rule rule) {
            return new Reason(
                    rule.name(), Optional.of(rule.remark().origin()), Doubt.about(policy, rule));
        }

        Reason because(String why) {
            return new Reason(words + " (" + why + ")", origin, doubts);
        }

        private Decision decided(Effect effect, PortSet ports) {
            return new Decision(effect, words, origin, ports, doubts);
        }
    }

    private static void add(List<Decision> all, Effect effect, Reason reason, PortSet ports) {
        if (!ports.isEmpty()) {
            all.add(reason.decided(effect, ports));
        }
    }

    Result result(Action action, Reason reason, Sight sight, PortSet ports) {
        return switch (action) {
            case Action.Allow() -> end(Effect.ALLOW, reason, ports);
            case Action.Deny(_) -> end(Effect.DENY, reason, ports);
            case Action.Pass() -> end(Effect.PASS, reason, ports);
            case Action.Continue() -> new Result(List.of(), ports);
            case Action.Enter(var block) -> entered(block, reason, sight, ports);
            case Action.Either(var why, var possible) -> {
                List<Decision> ends = new ArrayList<>();
                PortSet goesOn = PortSet.NONE;
                for (Action one : possible) {
                    Result result = result(one, reason.because(why), sight, ports);
                    ends.addAll(result.ends());
                    goesOn = goesOn.union(result.goesOn());
                }
                yield new Result(ends, goesOn);
            }
        };
    }

    private static Result end(Effect effect, Reason reason, PortSet ports) {
        return new Result(List.of(reason.decided(effect, ports)), PortSet.NONE);
    }

    private Result entered(Block block, Reason reason, Sight sight, PortSet ports) {
        List<Decision> inside = decide(block, sight, ports);
        List<Decision> ends =
                inside.stream()
                        .filter(decision -> decision.effect() != Effect.PASS)
                        .map(decision -> decision.within(reason))
                        .toList();
        return new Result(ends, Decision.ports(inside, Effect.PASS));
    }
}
