package io.portolan.exporters.mesh.istio;

import io.portolan.model.policy.Match;

import java.util.List;

/// What is known around the policies of a mesh: all hosts of its registry, pods with ports that
/// bypass their proxy, connections that leave past that of the client, and those of which a
/// server's proxy reads nothing.
public record MeshFacts(
        List<KnownHost> hosts,
        List<Bypassing> bypasses,
        List<Match> uncaptured,
        List<Match> opaque) {
    static final MeshFacts NONE = new MeshFacts(List.of(), List.of(), List.of(), List.of());

    public MeshFacts {
        hosts = List.copyOf(hosts);
        bypasses = List.copyOf(bypasses);
        uncaptured = List.copyOf(uncaptured);
        opaque = List.copyOf(opaque);
    }
}
