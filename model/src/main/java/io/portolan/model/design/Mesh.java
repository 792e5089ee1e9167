package io.portolan.model.design;

import java.util.List;
import java.util.Optional;

/// A service mesh. `members` are clusters, namespaces or workloads; what they contain belongs to
/// it. The version of the mesh defaults is that of the product named. `identityAssumed`: read from
/// manifests, which show policies but seldom every proxy and Service; every TCP connection between
/// members counts as captured and as carrying its identity. Otherwise a sidecar proves identities
/// only towards what it knows as services.
public record Mesh(
        ElementId id,
        String label,
        Optional<ElementId> parent,
        About about,
        MeshProduct product,
        List<ElementId> members,
        MtlsMode mtls,
        Optional<String> trustDomain,
        OutboundMode outbound,
        boolean identityAssumed,
        Optional<Resilience> resilience,
        Optional<Telemetry> telemetry,
        RuleSource policy)
        implements Zone {
    public Mesh {
        members = List.copyOf(members);
    }

    public Mesh withMembers(List<ElementId> other) {
        return new Mesh(
                id,
                label,
                parent,
                about,
                product,
                other,
                mtls,
                trustDomain,
                outbound,
                identityAssumed,
                resilience,
                telemetry,
                policy);
    }

    public Mesh withMtls(MtlsMode other) {
        return new Mesh(
                id,
                label,
                parent,
                about,
                product,
                members,
                other,
                trustDomain,
                outbound,
                identityAssumed,
                resilience,
                telemetry,
                policy);
    }
}
