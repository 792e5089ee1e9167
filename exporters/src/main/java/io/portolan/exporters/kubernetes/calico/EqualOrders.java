package io.portolan.exporters.kubernetes.calico;

import io.portolan.model.policy.Action;
import io.portolan.model.policy.Policy;
import io.portolan.model.policy.PolicyMode;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Policies in the order in which they are asked: that of the newest releases of Calico. Which
/// release it is no manifest says. A policy that comes earlier in another one stands there too, as
/// one that may decide or say nothing: what comes out of any release is then among the answers.
final class EqualOrders {
    private static final String WHY =
            "releases of Calico ask policies of the same order by different names: give them"
                    + " orders of their own";

    private static final Rewriting PERHAPS = new Rewriting(EqualOrders::perhaps);

    private EqualOrders() {}

    static List<Policy> inTurn(List<Filed> policies) {
        List<Filed> sorted =
                policies.stream()
                        .sorted(
                                Comparator.comparingDouble((Filed f) -> f.policy().order())
                                        .thenComparing(Filed::name))
                        .toList();
        List<List<Policy>> before = new ArrayList<>();
        for (int i = 0; i < sorted.size(); i++) {
            before.add(new ArrayList<>());
            Filed policy = sorted.get(i);
            int earliest = earliest(sorted, i);
            if (earliest < i && policy.policy().mode() != PolicyMode.SHADOW) {
                before.get(earliest).add(PERHAPS.of(policy.policy()));
            }
        }
        List<Policy> all = new ArrayList<>();
        for (int i = 0; i < sorted.size(); i++) {
            all.addAll(before.get(i));
            all.add(sorted.get(i).policy());
        }
        return all;
    }

    /// The first place at which any release asks the policy.
    private static int earliest(List<Filed> sorted, int place) {
        Filed policy = sorted.get(place);
        int run = place;
        while (run > 0 && sorted.get(run - 1).policy().order() == policy.policy().order()) {
            run--;
        }
        while (run < place && !policy.mayComeBefore(sorted.get(run))) {
            run++;
        }
        return run;
    }

    private static Action perhaps(Action action) {
        return action instanceof Action.Continue
                ? action
                : new Action.Either(WHY, List.of(action, new Action.Continue()));
    }
}
