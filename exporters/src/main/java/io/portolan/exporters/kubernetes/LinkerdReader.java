package io.portolan.exporters.kubernetes;

import io.portolan.exporters.manifest.Manifest;
import io.portolan.exporters.mesh.linkerd.LinkerdConfig;
import io.portolan.exporters.mesh.linkerd.LinkerdPolicies;
import io.portolan.exporters.mesh.linkerd.LinkerdScope;
import io.portolan.model.design.ElementId;
import io.portolan.model.design.MeshProduct;
import io.portolan.model.design.MtlsMode;
import io.portolan.model.design.OutboundMode;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Linkerd's policies, and the mesh that they speak of. Its members are those that ask for a proxy;
/// where nobody does, the whole cluster.
final class LinkerdReader implements KindReader {
    private final ClusterEstate estate;
    private final List<Manifest> objects = new ArrayList<>();
    private LinkerdConfig config = LinkerdConfig.UNKNOWN;

    LinkerdReader(ClusterEstate estate) {
        this.estate = estate;
    }

    @Override
    public boolean reads(Manifest manifest) {
        return LinkerdPolicies.reads(manifest) || LinkerdConfig.reads(manifest);
    }

    @Override
    public boolean decides() {
        return true;
    }

    @Override
    public void read(Manifest manifest) {
        if (LinkerdConfig.reads(manifest)) {
            config = LinkerdConfig.read(manifest);
            return;
        }
        LinkerdPolicies.check(manifest);
        estate.namespace(manifest.namespace());
        objects.add(manifest);
    }

    @Override
    public void finish() {
        List<ElementId> members = new LinkerdMembers(estate).all();
        if (objects.isEmpty() && members.isEmpty()) {
            return;
        }
        ElementId id = estate.idFor("linkerd", "mesh");
        LinkerdPolicies policies =
                new LinkerdPolicies(new LinkerdScope(estate.cluster().value(), id.value()), config);
        objects.forEach(policies::add);
        estate.addPoints(
                policies.points(estate.annotations().forLinkerd(), estate.annotations().probed()));
        estate.add(
                new ImportedMesh(id, MeshProduct.LINKERD, MtlsMode.PERMISSIVE, Optional.empty())
                        .of(estate, members, OutboundMode.ALLOW_ANY));
    }
}
