package io.portolan.model.design;

/// What a listener does with TLS.
public enum TlsMode {
    TERMINATE,
    PASSTHROUGH,
    /// Terminates and asks for a client certificate.
    MUTUAL
}
