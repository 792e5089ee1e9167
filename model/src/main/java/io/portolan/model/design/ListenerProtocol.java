package io.portolan.model.design;

/// What a listener speaks.
public enum ListenerProtocol {
    HTTP,
    HTTPS,
    TLS,
    TCP,
    UDP
}
