package io.portolan.model.design;

import java.util.List;
import java.util.Optional;

/// A packet filter with state. Its own `rules` are asked first match; where `policy` is derived,
/// Portolan adds what the flows need behind them. An address in a rule is the real one (before
/// source, after destination translation).
public record Firewall(
        ElementId id,
        String label,
        Optional<ElementId> parent,
        About about,
        FirewallPlatform platform,
        Optional<String> version,
        List<DeviceInterface> interfaces,
        List<StaticRoute> routes,
        List<FilterRule> rules,
        List<NatRule> nat,
        RuleSource policy)
        implements Enforcer {
    public Firewall {
        interfaces = List.copyOf(interfaces);
        routes = List.copyOf(routes);
        rules = List.copyOf(rules);
        nat = List.copyOf(nat);
    }

    public Firewall withRules(List<FilterRule> other) {
        return new Firewall(
                id,
                label,
                parent,
                about,
                platform,
                version,
                interfaces,
                routes,
                other,
                nat,
                policy);
    }
}
