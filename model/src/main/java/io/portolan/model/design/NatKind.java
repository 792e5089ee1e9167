package io.portolan.model.design;

/// What a translation rewrites.
public enum NatKind {
    SOURCE,
    DESTINATION,
    /// One to one, both ways.
    STATIC,
    /// Exempts from the rules after it.
    NONE
}
