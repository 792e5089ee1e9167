package io.portolan.model.rule.builtin.hygiene;

import io.portolan.model.rule.DesignRule;

import java.util.List;

/// The rules about order.
public final class HygieneRules {
    private HygieneRules() {}

    /// By id.
    public static List<DesignRule> all() {
        // spotless:off
        return List.of(new ExpiredRule(), new UndefinedReference());
        // spotless:on
    }
}
