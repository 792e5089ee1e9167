package io.portolan.model.rule.builtin.cni;

import io.portolan.model.rule.DesignRule;

import java.util.List;

/// The rules about cluster networks.
public final class CniRules {
    private CniRules() {}

    /// By id.
    public static List<DesignRule> all() {
        // spotless:off
        return List.of(new PolicyNotEnforced(), new PodMtuTooLarge(), new RuleHiddenBySnat());
        // spotless:on
    }
}
