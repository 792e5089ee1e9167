package io.portolan.exporters.kubernetes;

import io.portolan.model.design.About;
import io.portolan.model.design.ElementId;
import io.portolan.model.design.Mesh;
import io.portolan.model.design.MeshProduct;
import io.portolan.model.design.MtlsMode;
import io.portolan.model.design.OutboundMode;
import io.portolan.model.design.RuleSource;

import java.util.List;
import java.util.Optional;

/// A mesh whose policies were found in manifests. They show neither every proxy nor every Service,
/// so its members are taken to prove their identity to each other.
record ImportedMesh(
        ElementId id, MeshProduct product, MtlsMode mtls, Optional<String> trustDomain) {

    /// The element; nobody who says that he is a member: the whole cluster.
    Mesh of(ClusterEstate estate, List<ElementId> members, OutboundMode outbound) {
        return new Mesh(
                id,
                id.value().substring(id.value().lastIndexOf('/') + 1),
                Optional.of(estate.cluster()),
                About.NOTHING,
                product,
                members.isEmpty() ? List.of(estate.cluster()) : members,
                mtls,
                trustDomain,
                outbound,
                true,
                Optional.empty(),
                Optional.empty(),
                RuleSource.EXISTING);
    }
}
