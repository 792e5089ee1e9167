package io.portolan.exporters.kubernetes;

import io.portolan.exporters.manifest.Manifest;
import io.portolan.exporters.mesh.istio.ClientRoutes;
import io.portolan.exporters.mesh.istio.DataPath;
import io.portolan.exporters.mesh.istio.DestinationRules;
import io.portolan.exporters.mesh.istio.IstioPolicies;
import io.portolan.exporters.mesh.istio.IstioProxy;
import io.portolan.exporters.mesh.istio.LegsBehindRoutes;
import io.portolan.exporters.mesh.istio.MeshConfig;
import io.portolan.exporters.mesh.istio.MeshFacts;
import io.portolan.exporters.mesh.istio.MeshScope;
import io.portolan.exporters.mesh.istio.MeshService;
import io.portolan.exporters.mesh.istio.PlaintextServers;
import io.portolan.exporters.mesh.istio.ProxyPolicies;
import io.portolan.exporters.mesh.route.Hosts;
import io.portolan.exporters.mesh.route.Mesh;
import io.portolan.exporters.mesh.route.ServiceRoutes;
import io.portolan.model.design.ElementId;
import io.portolan.model.design.MeshProduct;
import io.portolan.model.design.MtlsMode;
import io.portolan.model.design.OutboundMode;
import io.portolan.model.policy.Expr;
import io.portolan.model.policy.Leg;
import io.portolan.model.policy.Match;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;

/// Istio's authorization and mutual TLS, and the mesh that they speak of. Its members are the
/// namespaces that say so; where none says anything, the whole cluster.
final class IstioReader implements KindReader {
    private final ClusterEstate estate;
    private final IstioParts parts;
    private final List<Manifest> objects = new ArrayList<>();
    private final List<MeshScope> meshes = new ArrayList<>();
    private MeshConfig config = MeshConfig.DEFAULT;

    IstioReader(ClusterEstate estate, IstioParts parts) {
        this.estate = estate;
        this.parts = parts;
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
    }

    @Override
    public void finish() {
        addPointsOfGateways();
        DataPath usual = waypoints().isEmpty() ? DataPath.SIDECAR : DataPath.ZTUNNEL;
        IstioMembers members = new IstioMembers(estate, usual);
        boolean led = !parts.routes().routes().isEmpty() || !parts.rules().rules().isEmpty();
        boolean limited = !objects.isEmpty() || config.outbound() != OutboundMode.ALLOW_ANY;
        if (limited || (led && !members.nobodySays()) || isTunnelled(members)) {
            addMeshes(members);
        }
    }

    /// The tunnel of ambient mode changes what packet filters see, though nothing speaks of the
    /// mesh.
    private static boolean isTunnelled(IstioMembers members) {
        return !members.of(DataPath.ZTUNNEL).isEmpty();
    }

    IstioParts parts() {
        return parts;
    }

    List<Manifest> objects() {
        return objects;
    }

    /// The meshes of Istio, known when this reader has finished.
    List<MeshScope> meshes() {
        return meshes;
    }

    private void addMeshes(IstioMembers members) {
        SequencedMap<MeshScope, List<ElementId>> all = new LinkedHashMap<>();
        for (DataPath path : DataPath.values()) {
            List<ElementId> own = new ArrayList<>(members.of(path));
            own.addAll(proxies(path));
            if (!own.isEmpty()) {
                all.put(scope(estate.idFor(name(path), "mesh").value(), path), own);
            }
        }
        meshes.addAll(all.keySet());
        all.forEach((scope, own) -> addMesh(scope, own, members));
        List<String> servers = meshes.stream().map(MeshScope::mesh).toList();
        meshes.forEach(scope -> addLegs(scope, servers, members.uncaptured(scope)));
    }

    /// Where its members send plaintext as clients.
    private void addLegs(MeshScope scope, List<String> servers, List<Match> uncaptured) {
        uncaptured.forEach(match ->
                servers.forEach(to ->
                        estate.addLegs(List.of(new Leg(scope.mesh(), to, match, List.of())))));
        Hosts hosts = parts.hosts().dialled();
        ClientRoutes own = routes(scope, hosts);
        ServiceRoutes shared =
                new ServiceRoutes(scope.cluster(), Mesh.ISTIO, hosts, parts.routes().routes());
        LegsBehindRoutes routed =
                new LegsBehindRoutes(h -> own.isRouted(h) || shared.isRouted(h), hosts);
        List<MeshService> services = parts.hosts().services().stream().map(routed::seen).toList();
        List<Leg> legs = new ArrayList<>();
        rules(scope).ifPresent(rules -> legs.addAll(rules.legs(services, servers)));
        if (scope.path() == DataPath.SIDECAR) {
            legs.addAll(new PlaintextServers(scope, objects).legs(services));
        }
        if (!legs.isEmpty()) {
            estate.addLegs(routed.legs(scope.mesh(), servers));
        }
        estate.addLegs(legs);
    }

    /// Where it sends its members as clients.
    ClientRoutes routes(MeshScope scope, Hosts hosts) {
        return new ClientRoutes(scope, hosts, objects, parts.rules().rules());
    }

    /// What its members obey as clients: proxies of nodes read no DestinationRules.
    private Optional<DestinationRules> rules(MeshScope scope) {
        List<Manifest> rules = parts.rules().rules();
        return switch (scope.path()) {
            case SIDECAR ->
                    Optional.of(rules)
                            .filter(all -> !all.isEmpty())
                            .map(all -> new DestinationRules(scope, all));
            case ZTUNNEL -> Optional.empty();
        };
    }

    private List<Match> opaque(MeshScope scope) {
        return rules(scope).map(rules -> rules.opaque(parts.hosts().services())).orElse(List.of());
    }

    private List<Match> mutual(MeshScope scope) {
        return rules(scope).map(rules -> rules.mutual(parts.hosts().services())).orElse(List.of());
    }

    private MeshScope scope(String mesh, DataPath path) {
        return new MeshScope(
                estate.cluster().value(), mesh, config.rootNamespace(), path, config.exports());
    }

    private List<IstioProxy> waypoints() {
        return parts.waypoints().found();
    }

    /// A waypoint speaks the tunnel of ambient mode, wherever it stands.
    private List<ElementId> proxies(DataPath path) {
        return switch (path) {
            case SIDECAR -> List.of();
            case ZTUNNEL -> waypoints().stream().map(IstioProxy::id).map(ElementId::new).toList();
        };
    }

    private void addPointsOfGateways() {
        ProxyPolicies policies = new ProxyPolicies(scope("", DataPath.SIDECAR), objects);
        List<IstioProxy> all = new ArrayList<>(waypoints());
        all.addAll(parts.gateways().proxies());
        all.forEach(proxy -> estate.addPoints(policies.points(proxy)));
        policies.unread(all).forEach(this::noteUnread);
    }

    private void noteUnread(Manifest policy) {
        String why =
                "No gateway or waypoint here is what it is attached to, so nobody enforces it.";
        estate.notices().ignore(policy, why);
    }

    private void addMesh(MeshScope scope, List<ElementId> own, IstioMembers members) {
        IstioPolicies policies = new IstioPolicies(scope, config);
        objects.forEach(policies::add);
        MeshFacts facts =
                new MeshFacts(
                        parts.hosts().all(config.exports()),
                        members.bypasses(scope.path()),
                        members.uncaptured(scope),
                        opaque(scope),
                        mutual(scope),
                        new Expr.AnyOf<>(meshes.stream().map(MeshScope::members).toList()),
                        parts.hosts().dialled().all());
        estate.addPoints(new Loopback(estate).before(policies.points(facts)));
        estate.add(
                new ImportedMesh(
                                new ElementId(scope.mesh()),
                                product(scope.path()),
                                mode(),
                                config.trustDomain())
                        .of(estate, own, config.outbound()));
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
