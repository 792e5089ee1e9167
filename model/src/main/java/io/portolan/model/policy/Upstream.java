package io.portolan.model.policy;

/// What a relay sends on: what it read, or that inside a TLS connection of its own.
public enum Upstream {
    AS_DECRYPTED,
    TLS
}
