package io.portolan.model.design;

import java.util.List;
import java.util.Optional;

/// Where a gateway sends requests. Absent parts match everything; `port` is the port of the backend
/// as the gateway dials it (a service port for a service). A `path` means what lies below it too,
/// `/a*` everything that begins so, `=/a` that path alone. `condition` is what the design cannot
/// decide (a header, an expression): such a route may match.
public record Route(
        String name,
        Optional<String> listener,
        List<String> hostnames,
        Optional<String> path,
        List<String> methods,
        ElementId backend,
        int port,
        Optional<String> condition) {
    public Route {
        hostnames = List.copyOf(hostnames);
        methods = List.copyOf(methods);
        Values.checkPort(port);
    }

    /// A route without a condition.
    public Route(
            String name,
            Optional<String> listener,
            List<String> hostnames,
            Optional<String> path,
            List<String> methods,
            ElementId backend,
            int port) {
        this(name, listener, hostnames, path, methods, backend, port, Optional.empty());
    }
}
