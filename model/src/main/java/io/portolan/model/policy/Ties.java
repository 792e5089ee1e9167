package io.portolan.model.policy;

/// Policies of equal order.
public enum Ties {
    AS_LISTED,
    DENY_FIRST,
    UNDEFINED
}
