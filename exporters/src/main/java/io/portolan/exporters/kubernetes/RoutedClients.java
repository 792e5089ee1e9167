package io.portolan.exporters.kubernetes;

import io.portolan.exporters.manifest.LabelSelector;
import io.portolan.exporters.manifest.Manifest;
import io.portolan.exporters.mesh.consul.ConsulServices;
import io.portolan.exporters.mesh.consul.ServiceRouting;
import io.portolan.exporters.mesh.istio.ClientRoutes;
import io.portolan.exporters.mesh.istio.IstioProxy;
import io.portolan.exporters.mesh.istio.MeshScope;
import io.portolan.exporters.mesh.linkerd.LinkerdScope;
import io.portolan.exporters.mesh.linkerd.ServiceProfiles;
import io.portolan.exporters.mesh.route.Dialled;
import io.portolan.exporters.mesh.route.HeadlessRoutes;
import io.portolan.exporters.mesh.route.Hosts;
import io.portolan.exporters.mesh.route.Mesh;
import io.portolan.exporters.mesh.route.ServiceRoutes;
import io.portolan.exporters.mesh.route.Step;
import io.portolan.model.policy.Expr;
import io.portolan.model.policy.Hook;
import io.portolan.model.policy.NatTable;
import io.portolan.model.policy.Peer;
import io.portolan.model.policy.Translation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/// Sends clients of meshes where routes say, when all other readers have found who they are: a
/// proxy chooses among the pods of another Service before the cluster would translate the address
/// of the one that is dialled.
final class RoutedClients implements KindReader {
    private final ClusterEstate estate;
    private final IstioReader istio;
    private final OtherMeshes others;
    private final ServiceRouteReader routes;

    RoutedClients(
            ClusterEstate estate,
            IstioReader istio,
            OtherMeshes others,
            ServiceRouteReader routes) {
        this.estate = estate;
        this.istio = istio;
        this.others = others;
        this.routes = routes;
    }

    /// Other readers have read everything.
    @Override
    public boolean reads(Manifest manifest) {
        return false;
    }

    @Override
    public void read(Manifest manifest) {}

    @Override
    public void finish() {
        Hosts all = istio.parts().hosts().dialled();
        Hosts hosts = RequestReaders.areAmong(estate.points()) ? all.readingRequests() : all;
        istio.meshes().forEach(scope -> ofMesh(scope, hosts));
        others.linkerd().mesh().ifPresent(scope -> ofMesh(scope, hosts));
        others.consul().mesh().ifPresent(services -> ofMesh(services, hosts));
        if (istio.meshes().isEmpty() && !others.obeysRoutes()) {
            ofNobodyKnows(hosts);
        }
    }

    private void ofMesh(MeshScope scope, Hosts hosts) {
        ClientRoutes own = istio.routes(scope, hosts);
        switch (scope.path()) {
            case SIDECAR -> ofSidecars(scope, own, hosts);
            case ZTUNNEL ->
                    istio.parts().waypoints().found().forEach(w -> ofWaypoint(w, own, hosts));
        }
    }

    private void ofSidecars(MeshScope scope, ClientRoutes own, Hosts hosts) {
        ServiceRoutes shared = shared(Mesh.ISTIO, hosts, routes.routes());
        Expr<Peer> clients = new RoutingClients(estate, istio).of(scope.members());
        Function<Dialled, List<Translation>> routed =
                host -> either(own.translations(host), shared.translations(host));
        add(scope.mesh(), clients, hosts, routed);
        addHeadless(scope.mesh(), clients, hosts, routed);
        own.elsewhere(hosts)
                .forEach(service ->
                        estate.notices()
                                .ignore(service, "No host that it is for is among the manifests."));
    }

    private ServiceRoutes shared(Mesh mesh, Hosts hosts, List<Manifest> some) {
        return new ServiceRoutes(estate.cluster().value(), mesh, hosts, some);
    }

    private static List<Translation> either(List<Translation> ones, List<Translation> others) {
        String why = "which of a VirtualService and a route of the Gateway API holds is undefined";
        List<Translation> both = both(ones, others);
        return ones.isEmpty() || others.isEmpty() ? both : Step.perhaps(both, why);
    }

    private static List<Translation> both(List<Translation> ones, List<Translation> others) {
        return Stream.concat(ones.stream(), others.stream()).toList();
    }

    /// Only routes of Services are what waypoints support; what else they obey, releases differ in.
    private void ofWaypoint(IstioProxy waypoint, ClientRoutes own, Hosts hosts) {
        String virtual = "whether a waypoint obeys a VirtualService is not defined";
        String attached =
                "whether a waypoint obeys a route that is attached to itself is undefined";
        ServiceRoutes shared = shared(Mesh.WAYPOINT, hosts, routes.routes());
        ServiceRoutes direct =
                shared(Mesh.WAYPOINT, hosts, istio.parts().waypoints().routesAt(waypoint));
        Expr<Peer> pods =
                LabelSelector.ofLabels(waypoint.labels())
                        .pods(estate.cluster().value(), Optional.of(waypoint.namespace()));
        add(
                waypoint.id(),
                pods,
                new Hosts(hosts.all().stream().filter(h -> serves(waypoint, h)).toList()),
                host -> {
                    List<Translation> all = new ArrayList<>();
                    all.addAll(Step.perhaps(direct.translationsOfAll(host), attached));
                    all.addAll(Step.perhaps(own.translations(host), virtual));
                    all.addAll(shared.translations(host));
                    return all;
                });
    }

    private static boolean serves(IstioProxy waypoint, Dialled host) {
        return waypoint.serves().stream()
                .anyMatch(
                        s -> s.kind().equals("Service") && host.isService(s.namespace(), s.name()));
    }

    private void ofMesh(LinkerdScope scope, Hosts hosts) {
        LinkerdReader linkerd = others.linkerd();
        List<Manifest> all =
                Stream.concat(routes.routes().stream(), linkerd.routesOfServices().stream())
                        .toList();
        ServiceRoutes shared = shared(Mesh.OTHER, hosts, all);
        ServiceProfiles profiles = new ServiceProfiles(scope, hosts, linkerd.profiles());
        add(
                scope.mesh(),
                new RoutingClients(estate, istio).of(scope.members()),
                hosts,
                host -> both(profiles.translations(host), shared.translations(host)));
    }

    private void ofMesh(ConsulServices services, Hosts hosts) {
        ServiceRouting routing = new ServiceRouting(others.consul().routing());
        add(services.mesh(), services.members(), hosts, routing::translations);
    }

    /// Somebody must obey a route of a Service: a mesh without any other sign, or the network
    /// plug-in.
    private void ofNobodyKnows(Hosts hosts) {
        Expr<Peer> all = LabelSelector.EVERYTHING.pods(estate.cluster().value(), Optional.empty());
        Expr<Peer> perhaps = new Expr.Unknown<>("which mesh obeys routes of Services is not said");
        ServiceRoutes shared = shared(Mesh.OTHER, hosts, routes.routes());
        Expr<Peer> clients = Expr.allOf(new RoutingClients(estate, istio).of(all), perhaps);
        add(estate.cluster().value(), clients, hosts, shared::translations);
    }

    // ---------------------------------------------------------------- into the plan

    private void add(
            String owner,
            Expr<Peer> clients,
            Hosts hosts,
            Function<Dialled, List<Translation>> routed) {
        List<Translation> all =
                hosts.all().stream()
                        .filter(Dialled::hasAddress)
                        .flatMap(host -> routed.apply(host).stream())
                        .toList();
        if (!all.isEmpty()) {
            String cluster = estate.cluster().value();
            estate.add(new NatTable(owner + "/routes", cluster, Hook.SERVICE, clients, all));
        }
    }

    /// Sidecars of Istio go by the name in a request, whatever address is dialled.
    private void addHeadless(
            String owner,
            Expr<Peer> clients,
            Hosts hosts,
            Function<Dialled, List<Translation>> routed) {
        List<HeadlessRoutes.Led> led =
                hosts.all().stream()
                        .filter(Dialled::isHeadless)
                        .flatMap(host ->
                                routed.apply(host).stream()
                                        .filter(host::isLeft)
                                        .limit(1)
                                        .map(t -> new HeadlessRoutes.Led(host, t)))
                        .toList();
        if (!led.isEmpty()) {
            estate.addPoints(List.of(HeadlessRoutes.point(owner, clients, led)));
        }
    }
}
