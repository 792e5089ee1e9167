package io.portolan.exporters.kubernetes;

import io.portolan.model.design.ElementId;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// What ports of Services say is spoken there (`appProtocol`), which only meshes read.
final class AppProtocols {
    private record Port(ElementId service, int number) {}

    private final Map<Port, String> said = new HashMap<>();

    void add(ElementId service, int port, String protocol) {
        said.put(new Port(service, port), protocol);
    }

    Optional<String> of(ElementId service, int port) {
        return Optional.ofNullable(said.get(new Port(service, port)));
    }
}
