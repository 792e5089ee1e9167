package io.portolan.model.rule.builtin.segmentation;

import io.portolan.model.rule.DesignRule;

import java.util.List;

/// The rules about segmentation.
public final class SegmentationRules {
    private SegmentationRules() {}

    /// By id.
    public static List<DesignRule> all() {
        // spotless:off
        return List.of(
                new NoIngressDefaultDeny(),
                new AllPortsOpen(),
                new PolicySelectsNothing(),
                new EnvironmentCrossing(),
                new DnsNotAllowed());
        // spotless:on
    }
}
