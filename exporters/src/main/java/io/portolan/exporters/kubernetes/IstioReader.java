package io.portolan.exporters.kubernetes;

import io.portolan.exporters.manifest.Manifest;
import io.portolan.exporters.mesh.istio.Bypassing;
import io.portolan.exporters.mesh.istio.DataPath;
import io.portolan.exporters.mesh.istio.IstioPolicies;
import io.portolan.exporters.mesh.istio.MeshConfig;
import io.portolan.exporters.mesh.istio.MeshScope;
import io.portolan.model.design.ElementId;
import io.portolan.model.design.MeshProduct;
import io.portolan.model.design.MtlsMode;
import io.portolan.model.design.OutboundMode;

import java.util.ArrayList;
import java.util.List;

/// Istio's authorization and mutual TLS, and the mesh that they speak of. Its members are the
/// namespaces that say so; where none says anything, the whole cluster.
final class IstioReader implements KindReader {
    private final ClusterEstate estate;
    private final IstioHosts hosts;
    private final List<Manifest> objects = new ArrayList<>();
    private MeshConfig config = MeshConfig.DEFAULT;

    IstioReader(ClusterEstate estate, IstioHosts hosts) {
        this.estate = estate;
        this.hosts = hosts;
    }

    @Override
    public boolean reads(Manifest manifest) {
        return IstioPolicies.reads(manifest) || MeshConfig.reads(manifest);
    }

    @Override
    public boolean decides() {
        return true;
    }

    @Override
    public void read(Manifest manifest) {
        if (MeshConfig.reads(manifest)) {
            config = MeshConfig.read(manifest);
            return;
        }
        estate.namespace(manifest.namespace());
        if (manifest.spec().get("targetRefs").isPresent()
                || manifest.spec().get("targetRef").isPresent()) {
            String why = "It is about a waypoint or gateway, which is not analysed yet.";
            estate.notices().ignore(manifest, why);
            estate.addNotAnalysed(manifest.at(manifest.root()), manifest.title(), why);
        } else {
            IstioPolicies.check(manifest);
            objects.add(manifest);
            noteRoutesOfClients(manifest);
        }
    }

    /// Routes of clients choose among services of one name; who may talk to whom is asked of the
    /// workloads themselves.
    private void noteRoutesOfClients(Manifest manifest) {
        List<String> gateways = manifest.spec().get("gateways").texts();
        if (manifest.kind().equals("VirtualService")
                && (gateways.isEmpty() || gateways.contains("mesh"))) {
            estate.notices()
                    .ignore(manifest, "Where it sends clients of the mesh is not followed.");
        }
    }

    @Override
    public void finish() {
        if (objects.isEmpty() && config.outbound() == OutboundMode.ALLOW_ANY) {
            return;
        }
        IstioMembers members = new IstioMembers(estate);
        for (DataPath path : DataPath.values()) {
            List<ElementId> own = members.of(path);
            if (!own.isEmpty()) {
                addMesh(path, own, members.bypasses(path));
            }
        }
    }

    private void addMesh(DataPath path, List<ElementId> members, List<Bypassing> bypasses) {
        ElementId id = estate.idFor(name(path), "mesh");
        MeshScope scope =
                new MeshScope(estate.cluster().value(), id.value(), config.rootNamespace(), path);
        IstioPolicies policies = new IstioPolicies(scope, config);
        objects.forEach(policies::add);
        estate.addPoints(policies.points(hosts.all(), bypasses));
        estate.add(
                new ImportedMesh(id, product(path), mode(), config.trustDomain())
                        .of(estate, members, config.outbound()));
    }

    private static String name(DataPath path) {
        return switch (path) {
            case SIDECAR -> "istio";
            case ZTUNNEL -> "istio-ambient";
        };
    }

    private static MeshProduct product(DataPath path) {
        return switch (path) {
            case SIDECAR -> MeshProduct.ISTIO_SIDECAR;
            case ZTUNNEL -> MeshProduct.ISTIO_AMBIENT;
        };
    }

    /// What the mesh as a whole asks for; exceptions are in the plan.
    private MtlsMode mode() {
        boolean strict =
                objects.stream()
                        .filter(o -> o.kind().equals("PeerAuthentication"))
                        .filter(o -> o.namespace().equals(config.rootNamespace()))
                        .filter(o -> o.spec().get("selector").isAbsent())
                        .anyMatch(o -> o.spec().get("mtls", "mode").text("").equals("STRICT"));
        return strict ? MtlsMode.STRICT : MtlsMode.PERMISSIVE;
    }
}
