package io.portolan.model.rule.builtin.flow;

import io.portolan.model.change.Change;
import io.portolan.model.design.Flow;
import io.portolan.model.rule.RuleContext;
import io.portolan.model.rule.builtin.remedy.Remedies;

import java.util.Optional;

/// Flows in words, and the elements that hops name.
final class Flows {
    private Flows() {}

    /// ` on tcp 443`; nothing for a flow of every port.
    static String ports(Flow flow) {
        return flow.ports().map(p -> " on %s %s".formatted(flow.protocol(), p)).orElse("");
    }

    /// What makes the flow what it is wanted to be.
    static Optional<Change> repair(RuleContext context, Flow flow) {
        return new Remedies(context.compiled(), context.index())
                .of(flow, context.reachability().explain(flow).verdict())
                .change();
    }
}
