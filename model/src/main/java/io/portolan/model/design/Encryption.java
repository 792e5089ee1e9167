package io.portolan.model.design;

/// How much of the path a flow must be encrypted on.
public enum Encryption {
    NOT_REQUIRED,
    /// Wherever it leaves a zone.
    BETWEEN_ZONES,
    END_TO_END
}
