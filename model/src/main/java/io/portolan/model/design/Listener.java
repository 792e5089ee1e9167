package io.portolan.model.design;

import java.util.List;
import java.util.Optional;

/// A port of a gateway. `hostnames` are matched with the server name under TLS, else with the Host.
public record Listener(
        String name,
        int port,
        ListenerProtocol protocol,
        Optional<TlsMode> tls,
        List<String> hostnames,
        Optional<String> certificate) {
    public Listener {
        hostnames = List.copyOf(hostnames);
        Values.checkPort(port);
    }
}
