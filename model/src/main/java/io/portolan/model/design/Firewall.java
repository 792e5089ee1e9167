package io.portolan.model.design;

import java.util.List;
import java.util.Optional;

/// A packet filter. Its own `rules` are asked first match; where `policy` is derived, Portolan adds
/// what the flows need behind them. Which header a rule sees is its platform's: the real addresses
/// (before source, after destination translation) with nftables, iptables, ASA, Junos and FortiOS,
/// those on the wire with IOS, the original ones with PAN-OS. `accessGroups` bind lists to
/// interfaces (ASA, IOS), `chains` are base chains (nftables, iptables). What an ASA calls
/// same-security-traffic is off unless said; `centralNat` is FortiOS's.
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
        List<AccessGroup> accessGroups,
        List<FilterChain> chains,
        List<NatRule> nat,
        boolean sameSecurityInterInterface,
        boolean sameSecurityIntraInterface,
        Optional<Setting> centralNat,
        RuleSource policy)
        implements Enforcer {
    public Firewall {
        interfaces = List.copyOf(interfaces);
        routes = List.copyOf(routes);
        rules = List.copyOf(rules);
        accessGroups = List.copyOf(accessGroups);
        chains = List.copyOf(chains);
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
                accessGroups,
                chains,
                nat,
                sameSecurityInterInterface,
                sameSecurityIntraInterface,
                centralNat,
                policy);
    }
}
