package io.portolan.model.design;

import io.portolan.model.net.Transport;

import java.util.Optional;

/// A port that a service is dialled on; `target` is a container port number or name (absent: the
/// same number).
public record ServicePort(
        Optional<String> name,
        Transport protocol,
        int port,
        Optional<String> target,
        Optional<Integer> nodePort) {
    public ServicePort {

        Values.checkPort(port);
    }
}
