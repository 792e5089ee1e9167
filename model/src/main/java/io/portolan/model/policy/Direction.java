package io.portolan.model.policy;

/// Towards the governed endpoint or segment, or away from it.
public enum Direction {
    IN,
    OUT
}
