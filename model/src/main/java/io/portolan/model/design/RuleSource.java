package io.portolan.model.design;

/// Where the rules of an enforcer come from.
public enum RuleSource {
    /// Portolan derives them from the flows of the design, after the rules written there.
    DERIVED,
    /// Only those that were imported or written in the design.
    EXISTING
}
