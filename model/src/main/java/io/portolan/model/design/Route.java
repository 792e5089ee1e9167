package io.portolan.model.design;

import java.util.List;
import java.util.Optional;

/// Where a gateway sends requests. Absent parts match everything; `port` is the port of the backend
/// as the gateway dials it (a service port for a service).
public record Route(
        String name,
        Optional<String> listener,
        List<String> hostnames,
        Optional<String> path,
        List<String> methods,
        ElementId backend,
        int port) {
    public Route {
        hostnames = List.copyOf(hostnames);
        methods = List.copyOf(methods);
        Values.checkPort(port);
    }
}
