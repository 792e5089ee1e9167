package io.portolan.exporters.packet;

import io.portolan.model.policy.Action;
import io.portolan.model.policy.Block;
import io.portolan.model.policy.Discipline;
import io.portolan.model.policy.Origin;
import io.portolan.model.policy.Policy;
import io.portolan.model.policy.PolicyMode;
import io.portolan.model.policy.Rule;

import java.util.Comparator;
import java.util.List;

/// The rules of a block in the order in which a first-match filter must hold them.
public final class Lists {
    private Lists() {}

    /// Denies before allows where denies win, and the other way round; else as the block says.
    /// Policies that are not enforced have no rules.
    public static List<Rule> of(Block block) {
        List<Rule> rules =
                block.policies().stream()
                        .filter(p -> p.mode() != PolicyMode.SHADOW)
                        .sorted(Comparator.comparingDouble(Policy::order))
                        .flatMap(p -> p.rules().stream())
                        .toList();
        return switch (block.discipline()) {
            case Discipline.FirstMatch _ -> rules;
            case Discipline.DenyOverrides() -> sorted(rules, Comparator.comparing(Lists::allows));
            case Discipline.AllowOverrides() ->
                    sorted(rules, Comparator.comparing(Lists::allows).reversed());
        };
    }

    private static boolean allows(Rule rule) {
        return rule.action() instanceof Action.Allow;
    }

    private static List<Rule> sorted(List<Rule> rules, Comparator<Rule> order) {
        return rules.stream().sorted(order).toList();
    }

    /// The flow that a rule serves, or "".
    public static String flow(Rule rule) {
        return rule.remark().origin() instanceof Origin.Flow(String id) ? id : "";
    }

    /// Where a rule comes from, as comments say it.
    public static String origin(Rule rule) {
        String from =
                switch (rule.remark().origin()) {
                    case Origin.Flow(String id) -> "flow:" + id;
                    case Origin.Line(String file, int line) -> file + ":" + line;
                    case Origin.BuiltIn(String words) -> words;
                };
        return rule.remark().comment().isEmpty() ? from : from + " " + rule.remark().comment();
    }
}
