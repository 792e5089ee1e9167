package io.portolan.model.rule.builtin.flow;

import io.portolan.model.rule.DesignRule;

import java.util.List;

/// The rules about flows.
public final class FlowRules {
    private FlowRules() {}

    /// By id.
    public static List<DesignRule> all() {
        // spotless:off
        return List.of(
                new IntendedFlowBlocked(),
                new ForbiddenFlowReachable(),
                new ReachableNotIntended(),
                new NothingListens(),
                new FlowWithoutOwner(),
                new InsecureProtocol());
        // spotless:on
    }
}
