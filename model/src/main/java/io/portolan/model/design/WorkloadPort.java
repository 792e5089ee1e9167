package io.portolan.model.design;

import io.portolan.model.net.Transport;

import java.util.Optional;

/// A container port: what the workload listens on. `application` is its application protocol.
public record WorkloadPort(
        Optional<String> name, Transport protocol, int port, Optional<String> application) {
    public WorkloadPort {

        Values.checkPort(port);
    }
}
