package io.portolan.model.design;

/// Cloud packet filters.
public enum CloudFirewallKind {
    SECURITY_GROUP,
    NETWORK_ACL,
    NETWORK_SECURITY_GROUP
}
