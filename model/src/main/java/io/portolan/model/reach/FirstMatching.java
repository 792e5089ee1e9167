package io.portolan.model.reach;

import io.portolan.model.net.PortSet;
import io.portolan.model.policy.Action;
import io.portolan.model.policy.Policy;
import io.portolan.model.policy.Rule;
import io.portolan.model.policy.Ties;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Policies by order, rules as listed; the first that matches decides.
final class FirstMatching {
    private final Deciding deciding;
    private final Deciding.Case asked;

    FirstMatching(Deciding deciding, Deciding.Case asked) {
        this.deciding = deciding;
        this.asked = asked;
    }

    List<Decision> decide(Ties ties) {
        List<Decision> all = new ArrayList<>();
        PortSet reached = asked.ports();
        for (List<Policy> group : groups(asked.policies(), ties)) {
            reached = tied(group, reached, all);
        }
        all.addAll(deciding.otherwise(asked, reached));
        return all;
    }

    /// Policies in the order of asking; those of one group may come in any order.
    private static List<List<Policy>> groups(List<Policy> policies, Ties ties) {
        Comparator<Policy> byOrder = Comparator.comparingDouble(Policy::order);
        return switch (ties) {
            case AS_LISTED -> policies.stream().sorted(byOrder).map(List::of).toList();
            case DENY_FIRST ->
                    policies.stream()
                            .sorted(byOrder.thenComparing(p -> !startsWithDeny(p)))
                            .map(List::of)
                            .toList();
            case UNDEFINED -> equals(policies.stream().sorted(byOrder).toList());
        };
    }

    private static List<List<Policy>> equals(List<Policy> sorted) {
        List<List<Policy>> groups = new ArrayList<>();
        for (Policy policy : sorted) {
            boolean joins =
                    !groups.isEmpty() && groups.getLast().getFirst().order() == policy.order();
            if (!joins) {
                groups.add(new ArrayList<>());
            }
            groups.getLast().add(policy);
        }
        return groups;
    }

    private static boolean startsWithDeny(Policy policy) {
        return !policy.rules().isEmpty()
                && policy.rules().getFirst().action() instanceof Action.Deny;
    }

    /// Any policy of a group that matches may be the first, so all of them have their say; what one
    /// of them surely decides never gets past the group.
    private PortSet tied(List<Policy> group, PortSet reached, List<Decision> all) {
        PortSet left = reached;
        for (Policy policy : group) {
            left = left.intersection(through(policy, reached, all));
        }
        return left;
    }

    /// Asks one policy; the ports on which what follows it may be reached.
    private PortSet through(Policy policy, PortSet ports, List<Decision> all) {
        PortSet reached = ports;
        Truth selects = Deciding.selects(policy, asked.sight());
        for (Rule rule : policy.rules()) {
            if (reached.isEmpty()) {
                return reached;
            }
            Truth truth = selects.and(Matching.matches(rule.match(), asked.sight()));
            PortSet hit = truth.possibly().intersection(reached);
            if (!hit.isEmpty()) {
                Deciding.Reason reason = Deciding.Reason.of(policy, rule);
                Deciding.Result result = deciding.result(rule.action(), reason, asked.sight(), hit);
                all.addAll(result.ends());
                reached = reached.minus(truth.surely().minus(result.goesOn()));
            }
        }
        return reached;
    }
}
