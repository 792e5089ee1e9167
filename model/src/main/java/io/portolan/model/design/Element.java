package io.portolan.model.design;

import java.util.Optional;

/// Anything with a place in the drawing. Sealed by role: engines decide over the four roles, the
/// kinds fill them. The kinds' records are the only registry of kinds: their components are the
/// keys of the file, the fields of the inspector and the properties of the schema.
public sealed interface Element permits Zone, Endpoint, Enforcer, Directory {
    ElementId id();

    /// The name shown.
    String label();

    /// What it is drawn inside of.
    Optional<ElementId> parent();

    About about();
}
