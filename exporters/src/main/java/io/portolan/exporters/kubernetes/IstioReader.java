package io.portolan.exporters.kubernetes;

import io.portolan.exporters.manifest.Manifest;
import io.portolan.exporters.mesh.istio.IstioPolicies;
import io.portolan.exporters.mesh.istio.MeshScope;
import io.portolan.model.design.About;
import io.portolan.model.design.ElementId;
import io.portolan.model.design.Mesh;
import io.portolan.model.design.MeshProduct;
import io.portolan.model.design.MtlsMode;
import io.portolan.model.design.OutboundMode;
import io.portolan.model.design.RuleSource;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Istio's authorization and mutual TLS, and the mesh that they speak of. Its members are the
/// namespaces that say so; where none says anything, the whole cluster.
final class IstioReader implements KindReader {
    private static final String ROOT_NAMESPACE = "istio-system";

    private final ClusterEstate estate;
    private final List<Manifest> objects = new ArrayList<>();
    private Optional<IstioPolicies> policies = Optional.empty();
    private Optional<ElementId> mesh = Optional.empty();

    IstioReader(ClusterEstate estate) {
        this.estate = estate;
    }

    @Override
    public boolean reads(Manifest manifest) {
        return IstioPolicies.reads(manifest);
    }

    @Override
    public boolean decides() {
        return true;
    }

    @Override
    public void read(Manifest manifest) {
        estate.namespace(manifest.namespace());
        if (manifest.spec().get("targetRefs").isPresent()
                || manifest.spec().get("targetRef").isPresent()) {
            String why = "It is about a waypoint or gateway, which is not analysed yet.";
            estate.notices().ignore(manifest, why);
            estate.addNotAnalysed(manifest.at(manifest.root()), manifest.title(), why);
        } else {
            found().add(manifest);
            objects.add(manifest);
        }
    }

    private IstioPolicies found() {
        if (policies.isEmpty()) {
            ElementId id = estate.idFor("istio", "mesh");
            mesh = Optional.of(id);
            policies =
                    Optional.of(
                            new IstioPolicies(
                                    new MeshScope(
                                            estate.cluster().value(), id.value(), ROOT_NAMESPACE)));
        }
        return policies.get();
    }

    @Override
    public void finish() {
        policies.ifPresent(found -> estate.addPoints(List.of(found.point())));
        mesh.ifPresent(id -> estate.add(mesh(id)));
    }

    private Mesh mesh(ElementId id) {
        List<ElementId> members = estate.injected();
        return new Mesh(
                id,
                "istio",
                Optional.of(estate.cluster()),
                About.NOTHING,
                estate.isAmbient() ? MeshProduct.ISTIO_AMBIENT : MeshProduct.ISTIO_SIDECAR,
                members.isEmpty() ? List.of(estate.cluster()) : members,
                mode(),
                Optional.empty(),
                OutboundMode.ALLOW_ANY,
                true,
                Optional.empty(),
                Optional.empty(),
                RuleSource.EXISTING);
    }

    /// What the mesh as a whole asks for; exceptions are in the plan.
    private MtlsMode mode() {
        boolean strict =
                objects.stream()
                        .filter(o -> o.kind().equals("PeerAuthentication"))
                        .filter(o -> o.namespace().equals(ROOT_NAMESPACE))
                        .filter(o -> o.spec().get("selector").isAbsent())
                        .anyMatch(o -> o.spec().get("mtls", "mode").text("").equals("STRICT"));
        return strict ? MtlsMode.STRICT : MtlsMode.PERMISSIVE;
    }
}
