package io.portolan.exporters.mesh.istio;

import io.portolan.exporters.mesh.route.Dialled;
import io.portolan.model.policy.Expr;
import io.portolan.model.policy.Match;
import io.portolan.model.policy.Peer;

import java.util.List;
import java.util.stream.Stream;

/// What is known around the policies of a mesh: all hosts of its registry, pods with ports that
/// bypass their proxy, connections that leave past that of the client, those of which a server's
/// proxy reads nothing, those in mutual TLS whatever the server takes, and whom proxies of Istio
/// stand in front of, and the Services with what is spoken on their ports.
public record MeshFacts(
        List<KnownHost> hosts,
        List<Bypassing> bypasses,
        List<Match> uncaptured,
        List<Match> opaque,
        List<Match> mutual,
        Expr<Peer> proxied,
        List<Dialled> services) {
    static final MeshFacts NONE =
            new MeshFacts(
                    List.of(), List.of(), List.of(), List.of(), List.of(), Expr.any(), List.of());

    public MeshFacts {
        hosts = List.copyOf(hosts);
        bypasses = List.copyOf(bypasses);
        uncaptured = List.copyOf(uncaptured);
        opaque = List.copyOf(opaque);
        mutual = List.copyOf(mutual);
        services = List.copyOf(services);
    }

    /// What may be in plaintext all the same: of clients with a sidecar that does not take
    /// everything over.
    Stream<Match> past(Match encrypted) {
        return uncaptured.stream()
                .map(Match::source)
                .distinct()
                .map(some -> encrypted.from(Expr.allOf(some, encrypted.source())));
    }
}
