package io.portolan.exporters.mesh.route;

import io.portolan.model.design.ServicePort;
import io.portolan.model.net.Transport;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// What is spoken on a port of a Service, as it says itself (Istio: "Protocol Selection"):
/// `appProtocol`, else its name up to the first dash. Routes for one of them are not read on
/// others.
public enum Speech {
    HTTP,
    TLS,
    TCP,
    /// HTTP where a request is recognized, else opaque.
    DETECTED,
    /// Nothing that a proxy of a mesh takes over.
    UDP;

    private static final Set<String> REQUESTS =
            Set.of(
                    "http",
                    "http2",
                    "grpc",
                    "grpc-web",
                    "kubernetes.io/h2c",
                    "kubernetes.io/ws",
                    "h2c");
    private static final Set<String> ENCRYPTED = Set.of("https", "tls", "kubernetes.io/wss");
    private static final Set<String> OPAQUE = Set.of("tcp", "mongo", "mysql", "redis");

    /// Ports where the server speaks first, so that nothing can be recognized.
    private static final Set<Integer> SERVER_FIRST = Set.of(25, 53, 3306, 27017);

    /// Of a port with that `appProtocol`.
    public static Speech of(ServicePort port, Optional<String> appProtocol) {
        if (port.protocol() != Transport.TCP) {
            return UDP;
        }
        String said = appProtocol.or(() -> port.name().map(Speech::prefix)).orElse("");
        Speech named = named(said.toLowerCase(Locale.ROOT));
        boolean first = said.isEmpty() && SERVER_FIRST.contains(port.port());
        return first ? TCP : named;
    }

    private static String prefix(String name) {
        if (name.startsWith("grpc-web")) {
            return "grpc-web";
        }
        int dash = name.indexOf('-');
        return dash < 0 ? name : name.substring(0, dash);
    }

    private static Speech named(String said) {
        if (REQUESTS.contains(said)) {
            return HTTP;
        }
        if (ENCRYPTED.contains(said)) {
            return TLS;
        }
        return OPAQUE.contains(said) ? TCP : DETECTED;
    }
}
