package io.portolan.model.design;

/// What a packet filter does with a match.
public enum FilterAction {
    PERMIT,
    DENY
}
