package io.portolan.exporters.kubernetes;

import io.portolan.exporters.manifest.Manifest;
import io.portolan.exporters.manifest.Part;
import io.portolan.exporters.mesh.istio.IstioProxy;
import io.portolan.model.design.About;
import io.portolan.model.design.ElementId;
import io.portolan.model.design.Gateway;
import io.portolan.model.design.GatewayProduct;
import io.portolan.model.design.Listener;
import io.portolan.model.design.ListenerProtocol;
import io.portolan.model.design.Waypoint;
import io.portolan.model.design.Workload;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.stream.Stream;

/// Waypoints of Istio's ambient mode, and whom they serve: objects ask for one by label, their own
/// or that of their namespace (Istio: "Configure waypoint proxies"). One that is asked for and not
/// among the manifests may exist all the same.
final class WaypointReader implements KindReader {
    private static final List<String> TRAFFIC = List.of("service", "workload", "all", "none");

    private final ClusterEstate estate;
    private final WaypointClasses classes;
    private final SequencedMap<String, Manifest> gateways = new LinkedHashMap<>();
    private final List<IstioProxy> found = new ArrayList<>();
    private final Map<String, List<Manifest>> attached = new HashMap<>();

    WaypointReader(ClusterEstate estate, WaypointClasses classes) {
        this.estate = estate;
        this.classes = classes;
    }

    @Override
    public boolean reads(Manifest manifest) {
        return manifest.group().equals(GatewayApiReader.GROUP)
                && manifest.kind().equals("Gateway")
                && classes.has(manifest);
    }

    @Override
    public boolean decides() {
        return true;
    }

    @Override
    public void read(Manifest manifest) {
        if (!TRAFFIC.contains(classes.trafficOf(manifest))) {
            throw new Part.Unfit(
                    manifest.root().get("metadata", "labels"),
                    "The label %s (%s) must be one of %s."
                            .formatted(
                                    WaypointClasses.TRAFFIC,
                                    classes.trafficOf(manifest),
                                    String.join(", ", TRAFFIC)));
        }
        estate.namespace(manifest.namespace());
        gateways.put(manifest.namespace() + "/" + manifest.name(), manifest);
    }

    /// All waypoints, known when this reader has finished.
    List<IstioProxy> found() {
        return found;
    }

    /// Whether `namespace/name` is one of them.
    boolean has(String path) {
        return found.stream().anyMatch(w -> path(w).equals(path));
    }

    private static String path(IstioProxy waypoint) {
        return waypoint.namespace() + "/" + waypoint.name();
    }

    /// Somebody else found a route whose parent is the waypoint itself.
    void attach(Manifest route, String path) {
        attached.computeIfAbsent(path, _ -> new ArrayList<>()).add(route);
    }

    List<Manifest> routesAt(IstioProxy waypoint) {
        return attached.getOrDefault(path(waypoint), List.of());
    }

    @Override
    public void finish() {
        SequencedMap<String, List<WaypointUse>> served = new LinkedHashMap<>();
        gateways.keySet().forEach(name -> served.put(name, new ArrayList<>()));
        uses().forEach(use ->
                use.waypoint(estate.labelsOf(use.namespace()))
                        .filter(name -> takes(name, use))
                        .ifPresent(name ->
                                served.computeIfAbsent(name, _ -> new ArrayList<>()).add(use)));
        served.forEach(this::add);
    }

    private Stream<WaypointUse> uses() {
        Stream<WaypointUse> pods =
                estate.all(Workload.class)
                        .filter(w -> !w.hostNetwork())
                        .map(w -> WaypointUse.of(w, estate.namespaceOf(w)));
        return Stream.concat(estate.waypointUses().stream(), pods);
    }

    /// A waypoint takes one kind of traffic or all, from namespaces that its listeners let in.
    private boolean takes(String name, WaypointUse use) {
        Manifest gateway = gateways.get(name);
        if (gateway == null) {
            return true;
        }
        String traffic = classes.trafficOf(gateway);
        boolean fits = traffic.equals("all") || traffic.equals("workload") == use.isOfPods();
        return fits && !traffic.equals("none") && admits(gateway, use);
    }

    private boolean admits(Manifest gateway, WaypointUse use) {
        Map<String, String> labels = estate.labelsOf(use.namespace());
        List<Part> listeners = gateway.spec().get("listeners").items();
        return gateway.namespace().equals(use.namespace())
                || listeners.stream()
                        .anyMatch(l ->
                                GatewayApiReader.admits(
                                        l, gateway.namespace(), use.namespace(), labels));
    }

    private void add(String path, List<WaypointUse> uses) {
        int slash = path.indexOf('/');
        String namespace = path.substring(0, slash);
        String name = path.substring(slash + 1);
        Optional<Manifest> manifest = Optional.ofNullable(gateways.get(path));
        ElementId id = estate.idFor(namespace, name, "gateway");
        Gateway gateway = gateway(id, namespace, name, manifest, uses);
        estate.add(gateway);
        found.add(
                new IstioProxy(
                        id.value(),
                        namespace,
                        name,
                        manifest.map(GatewayApiReader::className).orElse("istio-waypoint"),
                        gateway.labels(),
                        IstioProxy.Role.WAYPOINT,
                        uses.stream().map(use -> served(id, use)).toList()));
    }

    private static IstioProxy.Served served(ElementId waypoint, WaypointUse use) {
        return new IstioProxy.Served(
                Waypoint.relay(waypoint, use.id()),
                use.kind(),
                use.namespace(),
                use.name(),
                use.translates());
    }

    /// Pods and account have the name of the Gateway, unless an annotation says otherwise.
    private Gateway gateway(
            ElementId id,
            String namespace,
            String name,
            Optional<Manifest> manifest,
            List<WaypointUse> uses) {
        return new Gateway(
                id,
                name,
                Optional.of(estate.namespace(namespace)),
                About.NOTHING,
                GatewayProduct.ISTIO_WAYPOINT,
                manifest.map(GatewayApiReader::podLabels)
                        .orElse(Map.of(GatewayApiReader.GROUP + "/gateway-name", name)),
                Optional.of(manifest.flatMap(GatewayApiReader::account).orElse(name)),
                List.of(),
                manifest.map(_ -> List.of(tunnel())).orElse(List.of()),
                List.of(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(waypoint(uses)));
    }

    /// HBONE, the tunnel of ambient mode, is TCP to whoever looks at the wire.
    private static Listener tunnel() {
        return new Listener(
                "mesh", 15008, ListenerProtocol.TCP, Optional.empty(), List.of(), Optional.empty());
    }

    private Waypoint waypoint(List<WaypointUse> uses) {
        return new Waypoint(
                uses.stream().map(WaypointUse::id).toList(),
                uses.stream()
                        .filter(use -> use.isForGateways(estate.labelsOf(use.namespace())))
                        .map(WaypointUse::id)
                        .toList());
    }
}
