package io.portolan.exporters.kubernetes;

import io.portolan.exporters.manifest.Manifest;
import io.portolan.exporters.mesh.istio.Bypassing;
import io.portolan.exporters.mesh.istio.DataPath;
import io.portolan.exporters.mesh.istio.IstioPolicies;
import io.portolan.exporters.mesh.istio.IstioProxy;
import io.portolan.exporters.mesh.istio.MeshConfig;
import io.portolan.exporters.mesh.istio.MeshScope;
import io.portolan.exporters.mesh.istio.ProxyPolicies;
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
    private final WaypointReader waypoints;
    private final GatewayApiReader gateways;
    private final List<Manifest> objects = new ArrayList<>();
    private MeshConfig config = MeshConfig.DEFAULT;

    /// The gateways are known when their readers have finished.
    IstioReader(
            ClusterEstate estate,
            IstioHosts hosts,
            WaypointReader waypoints,
            GatewayApiReader gateways) {
        this.estate = estate;
        this.hosts = hosts;
        this.waypoints = waypoints;
        this.gateways = gateways;
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
        IstioPolicies.check(manifest);
        objects.add(manifest);
        noteRoutesOfClients(manifest);
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
        addPointsOfGateways();
        boolean ambient = !waypoints.found().isEmpty();
        if (objects.isEmpty() && config.outbound() == OutboundMode.ALLOW_ANY && !ambient) {
            return;
        }
        IstioMembers members =
                new IstioMembers(estate, ambient ? DataPath.ZTUNNEL : DataPath.SIDECAR);
        for (DataPath path : DataPath.values()) {
            List<ElementId> own = new ArrayList<>(members.of(path));
            own.addAll(proxies(path));
            if (!own.isEmpty()) {
                addMesh(path, own, members.bypasses(path));
            }
        }
    }

    /// A waypoint speaks the tunnel of ambient mode, wherever it stands.
    private List<ElementId> proxies(DataPath path) {
        return switch (path) {
            case SIDECAR -> List.of();
            case ZTUNNEL ->
                    waypoints.found().stream().map(IstioProxy::id).map(ElementId::new).toList();
        };
    }

    private void addPointsOfGateways() {
        MeshScope scope =
                new MeshScope(
                        estate.cluster().value(), "", config.rootNamespace(), DataPath.SIDECAR);
        ProxyPolicies policies = new ProxyPolicies(scope, authorizations());
        List<IstioProxy> all = new ArrayList<>(waypoints.found());
        all.addAll(gateways.ofIstio());
        all.forEach(proxy -> estate.addPoints(policies.points(proxy)));
        policies.unread(all).forEach(this::noteUnread);
    }

    private List<Manifest> authorizations() {
        return objects.stream().filter(o -> o.kind().equals("AuthorizationPolicy")).toList();
    }

    private void noteUnread(Manifest policy) {
        String why =
                "No gateway or waypoint here is what it is attached to, so nobody enforces it.";
        estate.notices().ignore(policy, why);
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
