package io.portolan.exporters.mesh.istio;

import io.portolan.exporters.manifest.LabelSelector;
import io.portolan.exporters.manifest.Manifest;
import io.portolan.exporters.manifest.Part;
import io.portolan.exporters.mesh.route.Dialled;
import io.portolan.exporters.mesh.route.Hosts;
import io.portolan.exporters.mesh.route.Speech;
import io.portolan.exporters.mesh.route.Step;
import io.portolan.model.design.ServicePort;
import io.portolan.model.net.Transport;
import io.portolan.model.policy.Expr;
import io.portolan.model.policy.Peer;
import io.portolan.model.policy.Translation;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// Where VirtualServices send those who dial a host of theirs, as proxies of clients and waypoints
/// read them.
public final class ClientRoutes {
    static final String MESH = "mesh";

    private final MeshScope scope;
    private final Map<String, List<Manifest>> byHost = new HashMap<>();
    private final List<Manifest> wildcards = new ArrayList<>();
    private final List<Expr<Peer>> unlimited;
    private final RouteDestinations destinations;

    /// `hosts` are all that a route may name; `objects` are of any kind.
    public ClientRoutes(
            MeshScope scope, Hosts hosts, List<Manifest> objects, List<Manifest> rules) {
        this.scope = scope;
        objects.stream().filter(ClientRoutes::isForClients).forEach(this::index);
        this.unlimited = unlimited(objects);
        this.destinations = new RouteDestinations(scope, hosts, rules);
    }

    private void index(Manifest service) {
        List<String> hosts = service.spec().get("hosts").texts();
        hosts.stream()
                .map(name -> Hosts.fullName(name, service.namespace()))
                .distinct()
                .forEach(name -> byHost.computeIfAbsent(name, _ -> new ArrayList<>()).add(service));
        if (hosts.stream().anyMatch(name -> name.startsWith("*"))) {
            wildcards.add(service);
        }
    }

    /// True for a VirtualService that is not for gateways alone.
    public static boolean isForClients(Manifest object) {
        List<String> gateways = object.spec().get("gateways").texts();
        return object.kind().equals("VirtualService")
                && (gateways.isEmpty() || gateways.contains(MESH));
    }

    /// Reads a VirtualService for nothing but its faults.
    ///
    /// @throws Part.Unfit if the API server would refuse it
    static void check(Manifest service) {
        MeshScope nowhere = MeshScope.NOWHERE;
        ServicePort port =
                new ServicePort(
                        Optional.empty(), Transport.TCP, 1, Optional.empty(), Optional.empty());
        for (Speech speech : Speech.values()) {
            List<Dialled.Port> ports = List.of(new Dialled.Port(port, speech));
            Dialled host = new Dialled("", "", "", Expr.none(), Optional.empty(), ports);
            new ClientRoute(
                            nowhere,
                            service,
                            new RouteDestinations.At(host, ports.getFirst()),
                            new RouteDestinations(nowhere, new Hosts(List.of()), List.of()))
                    .steps();
        }
        KnownHost.exportedTo(service.spec().get("exportTo").texts(), "");
    }

    /// Whether some VirtualService has it among its hosts.
    public boolean isRouted(Dialled host) {
        return !meant(host).isEmpty();
    }

    /// What happens to those who dial a host, in the order in which it is asked for.
    public List<Translation> translations(Dialled host) {
        List<Manifest> meant = meant(host);
        return host.ports().stream()
                .flatMap(port -> host.translations(port, steps(host, port, meant)).stream())
                .toList();
    }

    private List<Step> steps(Dialled host, Dialled.Port port, List<Manifest> meant) {
        RouteDestinations.At dialled = new RouteDestinations.At(host, port);
        return meant.stream()
                .flatMap(service ->
                        new ClientRoute(scope, service, dialled, destinations)
                                .steps().stream().map(step -> step.among(clients(service, meant))))
                .toList();
    }

    private List<Manifest> meant(Dialled host) {
        return Stream.concat(
                        byHost.getOrDefault(host.host(), List.of()).stream(),
                        wildcards.stream().filter(service -> covers(service, host)))
                .distinct()
                .toList();
    }

    private static boolean covers(Manifest service, Dialled host) {
        return service.spec().get("hosts").texts().stream()
                .anyMatch(name -> name.startsWith("*") && host.host().endsWith(name.substring(1)));
    }

    /// Those of which no host is among these.
    public List<Manifest> elsewhere(Hosts hosts) {
        Set<Manifest> all = new LinkedHashSet<>();
        byHost.values().forEach(all::addAll);
        hosts.all().forEach(host -> all.removeAll(meant(host)));
        return List.copyOf(all);
    }

    // ---------------------------------------------------------------- who sees one

    private Expr<Peer> clients(Manifest service, List<Manifest> meant) {
        List<Expr<Peer>> terms = new ArrayList<>();
        List<String> namespaces = exportedTo(service);
        if (!namespaces.isEmpty()) {
            terms.add(IstioText.union(namespaces.stream().map(this::pods)));
        }
        if (meant.stream().anyMatch(other -> rival(service, other))) {
            terms.add(
                    new Expr.Unknown<>(
                            "which of several VirtualServices for one host holds is not defined"));
        }
        terms.addAll(unlimited);
        return IstioText.allOf(terms);
    }

    private Expr<Peer> pods(String namespace) {
        return LabelSelector.EVERYTHING.pods(scope.cluster(), Optional.of(namespace));
    }

    private boolean rival(Manifest one, Manifest other) {
        List<String> ones = exportedTo(one);
        List<String> others = exportedTo(other);
        boolean apart = !ones.isEmpty() && !others.isEmpty() && Collections.disjoint(ones, others);
        return !one.equals(other) && !apart;
    }

    private List<String> exportedTo(Manifest service) {
        return scope.exports().ofVirtualService(service);
    }

    /// Whoever has a Sidecar that does not name every host may not see the route.
    private List<Expr<Peer>> unlimited(List<Manifest> objects) {
        String why = "whether a Sidecar lets its clients see the route is not followed";
        List<Expr<Peer>> limited =
                scope.path() == DataPath.SIDECAR
                        ? objects.stream()
                                .filter(object -> object.kind().equals("Sidecar"))
                                .filter(ClientRoutes::limits)
                                .map(this::governed)
                                .toList()
                        : List.of();
        return limited.isEmpty()
                ? List.of()
                : List.of(
                        Expr.anyOf(
                                Expr.not(IstioText.union(limited.stream())),
                                new Expr.Unknown<>(why)));
    }

    private static boolean limits(Manifest sidecar) {
        List<Part> listeners = sidecar.spec().get("egress").items();
        return !listeners.isEmpty()
                && listeners.stream().noneMatch(l -> l.get("hosts").texts().contains("*/*"));
    }

    private Expr<Peer> governed(Manifest sidecar) {
        return scope.governed(
                sidecar.namespace(),
                LabelSelector.ofLabels(sidecar.spec().get("workloadSelector", "labels").strings()));
    }
}
