package io.portolan.model.rule.builtin.legacy;

import io.portolan.model.rule.DesignRule;

import java.util.List;

/// The rules about legacy systems.
public final class LegacyRules {
    private LegacyRules() {}

    /// By id.
    public static List<DesignRule> all() {
        // spotless:off
        return List.of(new IdentityFromLegacy(), new IdentityCollapse());
        // spotless:on
    }
}
