package io.portolan.model.policy;

/// Relative to the endpoint that the policy governs.
public enum Relation {
    ITSELF,
    ITS_NODE
}
