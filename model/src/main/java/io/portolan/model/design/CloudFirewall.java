package io.portolan.model.design;

import java.util.List;
import java.util.Optional;

/// Rules that a cloud platform applies to what `protects` names: instances (security groups, GCP),
/// subnets (network ACL), or both (NSG); a network firewall is named with the routers or subnets
/// whose traffic is sent through it. Its rules are the `inbound` ones, those of the list
/// `stateless` come first. `unmatched` is what a network firewall with strict order does with the
/// rest.
public record CloudFirewall(
        ElementId id,
        String label,
        Optional<ElementId> parent,
        About about,
        CloudFirewallKind firewallKind,
        List<ElementId> protects,
        List<FilterRule> inbound,
        List<FilterRule> outbound,
        Optional<CloudEvaluation> evaluation,
        Optional<FilterAction> unmatched,
        RuleSource policy)
        implements Enforcer {
    public CloudFirewall {
        protects = List.copyOf(protects);
        inbound = List.copyOf(inbound);
        outbound = List.copyOf(outbound);
    }

    /// Other rules in both directions.
    public CloudFirewall withRules(List<FilterRule> in, List<FilterRule> out) {
        return new CloudFirewall(
                id,
                label,
                parent,
                about,
                firewallKind,
                protects,
                in,
                out,
                evaluation,
                unmatched,
                policy);
    }
}
