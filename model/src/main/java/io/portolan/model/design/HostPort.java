package io.portolan.model.design;

import io.portolan.model.net.Transport;

import java.util.Optional;

/// A port that a host outside Kubernetes listens on. `application` is its application protocol
/// (`postgres`, `tn3270`, `https`).
public record HostPort(Transport protocol, int port, Optional<String> application) {
    public HostPort {

        Values.checkPort(port);
    }
}
