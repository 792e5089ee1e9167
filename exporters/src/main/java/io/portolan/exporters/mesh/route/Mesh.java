package io.portolan.exporters.mesh.route;

import io.portolan.model.policy.Expr;
import io.portolan.model.policy.Request;
import io.portolan.model.policy.Text;

import java.util.Optional;

/// Which connections to a port the proxies of a mesh hold against which kind of route: those of
/// Istio go by what the port says is spoken there, others look at each connection.
public enum Mesh {
    ISTIO,
    WAYPOINT,
    OTHER;

    private static final Expr<Request> NO_HTTP = Expr.is(new Request.NoHttp());
    private static final Expr<Request> TLS = Expr.is(new Request.ServerName(new Text.Present()));

    /// What a connection must be for a route of that kind; absent: none is.
    Optional<Expr<Request>> reads(String kind, Speech speech) {
        return switch (kind) {
            case "HTTPRoute", "GRPCRoute" -> requests(speech);
            case "TLSRoute" -> encrypted(speech);
            case "TCPRoute" -> opaque(speech);
            default -> Optional.empty();
        };
    }

    private Optional<Expr<Request>> requests(Speech speech) {
        if (this != OTHER && speech == Speech.HTTP) {
            return Optional.of(Expr.any());
        }
        boolean never = this != OTHER && (speech == Speech.TCP || speech == Speech.TLS);
        return never || speech == Speech.UDP ? Optional.empty() : Optional.of(Expr.not(NO_HTTP));
    }

    private Optional<Expr<Request>> encrypted(Speech speech) {
        return switch (speech) {
            case TLS -> Optional.of(this != OTHER ? Expr.any() : TLS);
            case HTTP, TCP, DETECTED -> this != OTHER ? Optional.empty() : Optional.of(TLS);
            case UDP -> Optional.empty();
        };
    }

    private Optional<Expr<Request>> opaque(Speech speech) {
        return switch (speech) {
            case TCP -> Optional.of(Expr.any());
            case DETECTED -> Optional.of(this != OTHER ? NO_HTTP : Expr.any());
            case HTTP, TLS -> this != OTHER ? Optional.empty() : Optional.of(Expr.any());
            case UDP -> Optional.empty();
        };
    }
}
