package io.portolan.model.rule.builtin.gateway;

import io.portolan.model.rule.DesignRule;

import java.util.List;

/// The rules about gateways.
public final class GatewayRules {
    private GatewayRules() {}

    /// By id.
    public static List<DesignRule> all() {
        // spotless:off
        return List.of(
                new ExternalListenerWithoutTls(),
                new FeatureBehindPassthrough(),
                new NoWafOnInternetPath());
        // spotless:on
    }
}
