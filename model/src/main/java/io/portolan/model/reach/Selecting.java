package io.portolan.model.reach;

import io.portolan.model.policy.Action;
import io.portolan.model.policy.Block;
import io.portolan.model.policy.Discipline;
import io.portolan.model.policy.Policy;
import io.portolan.model.policy.PolicyMode;
import io.portolan.model.policy.Ties;

import java.util.Comparator;
import java.util.List;

/// The policies of a block that select one subject, in the order in which they are asked, and
/// whether what none of them takes is the block's to decide: because one of them may (`may`) or
/// surely does (`must`) isolate the subject.
record Selecting(List<Docket.Selected> policies, boolean may, boolean must) {
    static Selecting of(Block block, List<Docket.Selected> policies) {
        boolean may = false;
        boolean must = false;
        for (Docket.Selected one : policies) {
            boolean isolates = one.placed().policy().mode() == PolicyMode.ISOLATES;
            may |= isolates;
            must |= isolates && one.isSure();
        }
        return new Selecting(inOrder(block, policies), may, must);
    }

    private static List<Docket.Selected> inOrder(Block block, List<Docket.Selected> policies) {
        if (policies.size() < 2) {
            return policies;
        }
        return switch (block.discipline()) {
            case Discipline.FirstMatch(var ties) -> policies.stream().sorted(order(ties)).toList();
            case Discipline.DenyOverrides(), Discipline.AllowOverrides() -> policies;
        };
    }

    private static Comparator<Docket.Selected> order(Ties ties) {
        Comparator<Docket.Selected> order = Comparator.comparingDouble(Docket.Selected::order);
        return ties == Ties.DENY_FIRST
                ? order.thenComparing(one -> !startsWithDeny(one.placed().policy()))
                : order;
    }

    private static boolean startsWithDeny(Policy policy) {
        return !policy.rules().isEmpty()
                && policy.rules().getFirst().action() instanceof Action.Deny;
    }
}
