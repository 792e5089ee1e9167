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
                                Comparator.comparingDouble(EqualOrders::order)
                                        .thenComparing(Filed::name))
                        .toList();
        List<List<Policy>> asked = new ArrayList<>();
        AskedBefore before = new AskedBefore();
        for (int i = 0; i < sorted.size(); i++) {
            Filed filed = sorted.get(i);
            boolean ofEqualOrder = i > 0 && order(sorted.get(i - 1)) == order(filed);
            before = ofEqualOrder ? before : new AskedBefore();
            asked.add(new ArrayList<>());
            if (filed.policy().mode() != PolicyMode.SHADOW) {
                before.overtaken(filed)
                        .ifPresent(place -> asked.get(place).add(PERHAPS.of(filed.policy())));
                before.add(filed, i);
            }
        }
        for (int i = 0; i < sorted.size(); i++) {
            asked.get(i).add(sorted.get(i).policy());
        }
        return asked.stream().flatMap(List::stream).toList();
    }

    private static double order(Filed filed) {
        return filed.policy().order();
    }

    private static Action perhaps(Action action) {
        return action instanceof Action.Continue
                ? action
                : new Action.Either(WHY, List.of(action, new Action.Continue()));
    }
}
