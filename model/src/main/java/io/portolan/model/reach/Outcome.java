package io.portolan.model.reach;

/// What one stage said about a connection.
public enum Outcome {
    ALLOW,
    DENY,
    /// The stage abstains: it does not govern this connection.
    NOT_IN_SCOPE,
    /// Rewrites the header and decides nothing.
    TRANSLATES,
    UNDEFINED,
    NO_ROUTE
}
