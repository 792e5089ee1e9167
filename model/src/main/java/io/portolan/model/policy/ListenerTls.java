package io.portolan.model.policy;

/// What a listener does with TLS.
public enum ListenerTls {
    NONE,
    TERMINATE,
    PASSTHROUGH
}
