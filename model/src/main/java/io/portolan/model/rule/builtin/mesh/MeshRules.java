package io.portolan.model.rule.builtin.mesh;

import io.portolan.model.rule.DesignRule;

import java.util.List;

/// The rules about meshes.
public final class MeshRules {
    private MeshRules() {}

    /// By id.
    public static List<DesignRule> all() {
        // spotless:off
        return List.of(
                new StrictWithoutClientProxy(),
                new IdentityRuleWithoutIdentity(),
                new WirePortBlocked(),
                new PolicyWithoutProxy());
        // spotless:on
    }
}
