package io.portolan.model.rule.builtin.addressing;

import io.portolan.model.rule.DesignRule;

import java.util.List;

/// The rules about addresses.
public final class AddressingRules {
    private AddressingRules() {}

    /// By id.
    public static List<DesignRule> all() {
        // spotless:off
        return List.of(
                new OverlappingPrefixes(),
                new ClusterRangesNotDisjoint(),
                new PodRangeOverlap(),
                new DuplicateAddress(),
                new UnusableAddress(),
                new GatewayOutsideSubnet());
        // spotless:on
    }
}
