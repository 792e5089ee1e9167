package io.portolan.exporters.kubernetes;

import io.portolan.exporters.manifest.Manifest;
import io.portolan.exporters.mesh.linkerd.LinkerdConfig;
import io.portolan.exporters.mesh.linkerd.LinkerdPolicies;
import io.portolan.exporters.mesh.linkerd.LinkerdScope;
import io.portolan.exporters.mesh.linkerd.ServiceProfiles;
import io.portolan.exporters.mesh.route.ServiceRoutes;
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
    private final List<Manifest> profiles = new ArrayList<>();
    private LinkerdConfig config = LinkerdConfig.UNKNOWN;
    private Optional<LinkerdScope> mesh = Optional.empty();

    LinkerdReader(ClusterEstate estate) {
        this.estate = estate;
    }

    @Override
    public boolean reads(Manifest manifest) {
        return LinkerdPolicies.reads(manifest)
                || LinkerdConfig.reads(manifest)
                || ServiceProfiles.reads(manifest);
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
        if (ServiceProfiles.reads(manifest)) {
            ServiceProfiles.check(manifest);
            profiles.add(manifest);
            return;
        }
        LinkerdPolicies.check(manifest);
        estate.namespace(manifest.namespace());
        objects.add(manifest);
    }

    /// The mesh, known when this reader has finished.
    Optional<LinkerdScope> mesh() {
        return mesh;
    }

    List<Manifest> profiles() {
        return profiles;
    }

    /// Routes among its objects that are for clients of Services.
    List<Manifest> routesOfServices() {
        return objects.stream()
                .filter(o -> o.kind().endsWith("Route"))
                .filter(o -> ServiceRoutes.parents(o).findAny().isPresent())
                .toList();
    }

    @Override
    public void finish() {
        List<ElementId> members = new LinkerdMembers(estate).all();
        if (objects.isEmpty() && profiles.isEmpty() && members.isEmpty()) {
            return;
        }
        ElementId id = estate.idFor("linkerd", "mesh");
        LinkerdScope scope = new LinkerdScope(estate.cluster().value(), id.value());
        mesh = Optional.of(scope);
        LinkerdPolicies policies = new LinkerdPolicies(scope, config);
        objects.forEach(policies::add);
        estate.addPoints(
                new Loopback(estate)
                        .before(
                                policies.points(
                                        estate.annotations().forLinkerd(),
                                        estate.annotations().probed())));
        estate.addLegs(policies.legs(estate.annotations().forLinkerd()));
        estate.add(
                new ImportedMesh(id, MeshProduct.LINKERD, MtlsMode.PERMISSIVE, Optional.empty())
                        .of(estate, members, OutboundMode.ALLOW_ANY));
    }
}
