package io.portolan.model.design;

import java.util.List;
import java.util.Optional;

/// Rules that a cloud platform applies to what `protects` names: instances (security groups),
/// subnets (NACL), or both (NSG).
public record CloudFirewall(
        ElementId id,
        String label,
        Optional<ElementId> parent,
        About about,
        CloudFirewallKind firewallKind,
        List<ElementId> protects,
        List<FilterRule> inbound,
        List<FilterRule> outbound,
        RuleSource policy)
        implements Enforcer {
    public CloudFirewall {
        protects = List.copyOf(protects);
        inbound = List.copyOf(inbound);
        outbound = List.copyOf(outbound);
    }

    /// Other rules in both directions.
    public CloudFirewall withRules(List<FilterRule> in, List<FilterRule> out) {
        return new CloudFirewall(id, label, parent, about, firewallKind, protects, in, out, policy);
    }
}
