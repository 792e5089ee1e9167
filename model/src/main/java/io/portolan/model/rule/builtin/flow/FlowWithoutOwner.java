package io.portolan.model.rule.builtin.flow;

import io.portolan.model.design.Flow;
import io.portolan.model.rule.DesignRule;
import io.portolan.model.rule.Finding;
import io.portolan.model.rule.RuleContext;
import io.portolan.model.rule.RuleInfo;
import io.portolan.model.rule.Severity;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// FLW-008: nobody says who needs a flow, what for, or who agreed.
final class FlowWithoutOwner implements DesignRule {
    @Override
    public RuleInfo info() {
        return new RuleInfo("FLW-008", "Flow without owner or business need", Severity.WARNING);
    }

    @Override
    public Stream<Finding> check(RuleContext context) {
        return context.index()
                .intended()
                .filter(flow -> !missing(flow).isEmpty())
                .map(this::finding);
    }

    private static List<String> missing(Flow flow) {
        List<String> missing = new ArrayList<>();
        note(missing, "owner", flow.owner());
        note(missing, "justification", flow.justification());
        note(missing, "ticket", flow.ticket());
        return missing;
    }

    private static void note(List<String> missing, String what, Optional<String> value) {
        if (value.filter(text -> !text.isBlank()).isEmpty()) {
            missing.add(what);
        }
    }

    private Finding finding(Flow flow) {
        String message =
                "The flow %s (%s to %s) has no %s, so nobody can review it. Fill it in."
                        .formatted(
                                flow.id(),
                                flow.from(),
                                flow.to(),
                                String.join(", ", missing(flow)));
        return Finding.of(info(), message, flow.from(), flow.to()).withFlow(flow.id());
    }
}
