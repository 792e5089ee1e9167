package io.portolan.model.rule.builtin.network;

import io.portolan.model.rule.DesignRule;

import java.util.List;

/// The rules about VLANs and routes.
public final class NetworkRules {
    private NetworkRules() {}

    /// By id.
    public static List<DesignRule> all() {
        // spotless:off
        return List.of(new InvalidVlanId(), new NoRouteForFlow());
        // spotless:on
    }
}
