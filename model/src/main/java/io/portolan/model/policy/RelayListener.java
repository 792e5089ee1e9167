package io.portolan.model.policy;

import java.util.List;
import java.util.Optional;

/// The first listener whose ports and hostname (server name under TLS, else Host; empty: every, and
/// none) match takes the connection; routes by order. `isolated`: a request never falls to the
/// routes of another listener. PASSTHROUGH keeps an identity that the client proved end to end.
public record RelayListener(
        String name,
        Expr<Traffic> ports,
        Optional<Text> hostname,
        ListenerTls tls,
        boolean isolated,
        List<RelayRoute> routes) {
    public RelayListener {
        routes = List.copyOf(routes);
    }
}
