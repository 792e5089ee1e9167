package io.portolan.model.design;

/// What a mesh asks of a connection to its members.
public enum MtlsMode {
    /// Mutual TLS only.
    STRICT,
    /// Mutual TLS and plaintext.
    PERMISSIVE,
    /// Plaintext only.
    DISABLE
}
