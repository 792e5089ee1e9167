package io.portolan.model.rule.builtin.gateway;

import io.portolan.model.change.Change;
import io.portolan.model.design.Certificate;
import io.portolan.model.design.Gateway;
import io.portolan.model.design.Listener;
import io.portolan.model.design.ListenerProtocol;
import io.portolan.model.design.Route;
import io.portolan.model.design.TlsMode;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Listeners with their routes, and the same listeners with TLS ended at the gateway.
final class Listeners {
    private Listeners() {}

    /// The routes that a listener serves: those that name it, and those that name none.
    static Stream<Route> routes(Gateway gateway, Listener listener) {
        return gateway.routes().stream()
                .filter(r -> r.listener().filter(name -> !name.equals(listener.name())).isEmpty());
    }

    /// Ends TLS at the listener with the certificate it names or the first that the gateway has;
    /// without any there is nothing to show to clients.
    static Optional<Change> terminating(Gateway gateway, Listener listener) {
        return listener.certificate()
                .or(() -> gateway.certificates().stream().map(Certificate::name).findFirst())
                .map(certificate -> terminating(gateway, listener, certificate));
    }

    private static Change terminating(Gateway gateway, Listener listener, String certificate) {
        Listener secured =
                new Listener(
                        listener.name(),
                        listener.port(),
                        ListenerProtocol.HTTPS,
                        Optional.of(TlsMode.TERMINATE),
                        listener.hostnames(),
                        Optional.of(certificate));
        List<Listener> all =
                gateway.listeners().stream().map(l -> l.equals(listener) ? secured : l).toList();
        return new Change.Put(
                "end TLS at listener %s of %s".formatted(listener.name(), gateway.id()),
                gateway.withListeners(all));
    }
}
