package io.portolan.exporters.mesh.istio;

import io.portolan.model.policy.Match;

import java.util.List;

/// What is known around the policies of a mesh: all hosts of its registry, pods with ports that
/// bypass their proxy, connections that leave past that of the client, those of which a server's
/// proxy reads nothing, and those in mutual TLS whatever the server takes.
public record MeshFacts(
        List<KnownHost> hosts,
        List<Bypassing> bypasses,
        List<Match> uncaptured,
        List<Match> opaque,
        List<Match> mutual) {
    static final MeshFacts NONE =
            new MeshFacts(List.of(), List.of(), List.of(), List.of(), List.of());

    public MeshFacts {
        hosts = List.copyOf(hosts);
        bypasses = List.copyOf(bypasses);
        uncaptured = List.copyOf(uncaptured);
        opaque = List.copyOf(opaque);
        mutual = List.copyOf(mutual);
    }
}
