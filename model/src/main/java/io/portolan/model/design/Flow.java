package io.portolan.model.design;

import io.portolan.model.net.PortSet;
import io.portolan.model.net.Protocol;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/// A connection that shall be possible, or never. `ports` are those the client dials: service ports
/// towards a service, listener ports towards a gateway, else the ports of the endpoint; absent
/// means every port. `host`, `path` and `methods` are of the HTTP request, `serverName` of the TLS
/// handshake. `via` are elements that it must pass where no routes are drawn.
public record Flow(
        String id,
        ElementId from,
        ElementId to,
        Intent intent,
        Protocol protocol,
        Optional<PortSet> ports,
        Optional<String> application,
        Optional<String> host,
        Optional<String> serverName,
        Optional<String> path,
        List<String> methods,
        List<ElementId> via,
        Optional<String> identity,
        Encryption encryption,
        Optional<String> owner,
        Optional<String> justification,
        Optional<String> ticket,
        Optional<LocalDate> expires) {
    public Flow {
        methods = List.copyOf(methods);
        via = List.copyOf(via);
        if (!id.matches("[A-Za-z0-9][A-Za-z0-9._-]{0,62}")) {
            throw new IllegalArgumentException(
                    "The flow id (%s) must be letters, digits and . _ - (at most 63)."
                            .formatted(id));
        }
    }
}
