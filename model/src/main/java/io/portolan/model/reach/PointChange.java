package io.portolan.model.reach;

import io.portolan.model.policy.Block;
import io.portolan.model.policy.EnforcementPoint;
import io.portolan.model.policy.Policy;
import io.portolan.model.policy.Rule;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// One point before and after an edit, at the same place of the plan. `after` has the very objects
/// of before wherever nothing changed. `parts`: those of policies that differ; absent where more
/// has changed than that.
record PointChange(EnforcementPoint before, EnforcementPoint after, Optional<List<Part>> parts) {
    /// What differs of one policy: some of its rules, or (absent) all of it.
    record Part(Policy policy, Optional<List<Rule>> rules) {}

    static PointChange of(EnforcementPoint before, EnforcementPoint after) {
        if (!isAlike(before, after)) {
            return new PointChange(before, after, Optional.empty());
        }
        List<Block> blocks = new ArrayList<>();
        List<Part> parts = new ArrayList<>();
        for (int i = 0; i < before.blocks().size(); i++) {
            Block one = before.blocks().get(i);
            Block other = after.blocks().get(i);
            Alignment<Policy> policies = Alignment.of(one.policies(), other.policies());
            parts.addAll(parts(policies));
            blocks.add(one.with(policies.aligned()));
        }
        return new PointChange(before, before.with(blocks), Optional.of(parts));
    }

    /// Whether the two differ in policies at most.
    private static boolean isAlike(EnforcementPoint one, EnforcementPoint other) {
        if (one.blocks().size() != other.blocks().size()) {
            return false;
        }
        for (int i = 0; i < one.blocks().size(); i++) {
            Block before = one.blocks().get(i);
            Block after = other.blocks().get(i);
            if (!before.name().equals(after.name())
                    || !before.discipline().equals(after.discipline())
                    || !before.otherwise().equals(after.otherwise())) {
                return false;
            }
        }
        return true;
    }

    private static List<Part> parts(Alignment<Policy> policies) {
        boolean one = policies.gone().size() == 1 && policies.come().size() == 1;
        if (one && policies.moved().isEmpty()) {
            Policy before = policies.gone().getFirst();
            Policy after = policies.come().getFirst();
            Alignment<Rule> rules = Alignment.of(before.rules(), after.rules());
            if (isSame(before, after)) {
                return List.of(
                        new Part(before, Optional.of(rules.gone())),
                        new Part(after, Optional.of(both(rules.come(), rules.moved()))));
            }
        }
        return Stream.of(policies.gone(), policies.come(), policies.moved())
                .flatMap(List::stream)
                .map(policy -> new Part(policy, Optional.empty()))
                .toList();
    }

    private static List<Rule> both(List<Rule> some, List<Rule> others) {
        return Stream.concat(some.stream(), others.stream()).toList();
    }

    /// The first rule counts for more than itself where policies are ordered by it.
    private static boolean isSame(Policy one, Policy other) {
        boolean first =
                one.rules().stream()
                        .findFirst()
                        .map(Rule::action)
                        .equals(other.rules().stream().findFirst().map(Rule::action));
        return first
                && one.name().equals(other.name())
                && one.order() == other.order()
                && one.subject().equals(other.subject())
                && one.mode() == other.mode();
    }

    /// Whether the rules ask for nothing that was not asked for before.
    boolean asksNothingNew() {
        Set<Interest> more =
                parts.map(all -> Interest.of(all.stream().map(Part::policy).toList()))
                        .orElseGet(() -> Interest.of(after));
        if (!more.isEmpty()) {
            more.removeAll(Interest.of(before));
        }
        return more.isEmpty();
    }

    /// The members for which the point may say something else now.
    Bits concerns(PeerIndex members) {
        if (parts.isEmpty()) {
            return members.everyone();
        }
        Bits.Builder all = new Bits.Builder();
        parts.get().forEach(part -> all.add(members.of(part.policy().subject()).possibly()));
        return all.build();
    }
}
