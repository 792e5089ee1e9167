package io.portolan.model.design;

/// What the architect wants of a flow.
public enum Intent {
    ALLOW,
    /// Must not be possible on any path.
    NEVER
}
