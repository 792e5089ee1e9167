package io.portolan.model.compile.need;

import io.portolan.model.policy.Match;
import io.portolan.model.policy.Rule;

import java.util.List;

/// Adds the rules of a flow to a list: named after the flow, numbered from the second on, none
/// twice.
public final class Named {
    private Named() {}

    /// Adds an allowing rule for each match that the flow has none for yet.
    public static void add(List<Rule> rules, String flow, List<Match> matches) {
        for (Match match : matches) {
            List<Rule> sameFlow =
                    rules.stream().filter(r -> r.remark().equals(Terms.flow(flow))).toList();
            if (sameFlow.stream().noneMatch(r -> r.match().equals(match))) {
                String name = sameFlow.isEmpty() ? flow : flow + "-" + (sameFlow.size() + 1);
                rules.add(Terms.allow(name, match, Terms.flow(flow)));
            }
        }
    }
}
