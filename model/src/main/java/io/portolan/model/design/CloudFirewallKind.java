package io.portolan.model.design;

/// Cloud packet filters: of AWS the first three, of Azure the next two, of GCP the rest.
public enum CloudFirewallKind {
    SECURITY_GROUP,
    NETWORK_ACL,
    NETWORK_FIREWALL,
    NETWORK_SECURITY_GROUP,
    /// Security admin rules of a Virtual Network Manager: `permit` is AlwaysAllow, `next` is Allow.
    ADMIN_RULES,
    HIERARCHICAL_POLICY,
    VPC_RULES,
    GLOBAL_POLICY,
    REGIONAL_POLICY
}
