package io.portolan.exporters.mesh.route;

import io.portolan.exporters.manifest.LabelSelector;
import io.portolan.exporters.manifest.Manifest;
import io.portolan.exporters.manifest.Part;
import io.portolan.model.policy.Expr;
import io.portolan.model.policy.Peer;
import io.portolan.model.policy.Request;
import io.portolan.model.policy.ServiceNames;
import io.portolan.model.policy.Translation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/// Routes of the Gateway API whose parent is a Service (GEP-1294), or a ServiceEntry of Istio.
/// Those of its own namespace are for all clients; those of another one are for clients of that
/// namespace and come before. Of several kinds for one port only the first counts.
public final class ServiceRoutes {
    private static final List<String> KINDS =
            List.of("GRPCRoute", "HTTPRoute", "TLSRoute", "TCPRoute");

    private static final String ENTRY = "ServiceEntry";

    private final String cluster;
    private final Mesh mesh;
    private final List<Manifest> routes;
    private final Map<String, List<Manifest>> byParent;
    private final RouteBackends backends;

    /// `hosts` are all that a route may name.
    public ServiceRoutes(String cluster, Mesh mesh, Hosts hosts, List<Manifest> routes) {
        this.cluster = cluster;
        this.mesh = mesh;
        this.routes = routes.stream().sorted(RouteMatches.BY_AGE).toList();
        this.byParent = byParent(this.routes);
        this.backends = new RouteBackends(hosts);
    }

    private static Map<String, List<Manifest>> byParent(List<Manifest> routes) {
        Map<String, List<Manifest>> all = new HashMap<>();
        for (Manifest route : routes) {
            parents(route)
                    .map(parent -> called(route, parent))
                    .distinct()
                    .forEach(name -> all.computeIfAbsent(name, _ -> new ArrayList<>()).add(route));
        }
        return all;
    }

    private static String called(Manifest route, Part parent) {
        String name = parent.get("name").text("");
        String namespace = parent.get("namespace").text(route.namespace());
        return parent.get("kind").text("").equals(ENTRY)
                ? entry(namespace, name)
                : ServiceNames.of(name, namespace);
    }

    /// What routes call the hosts of a ServiceEntry together.
    public static String entry(String namespace, String name) {
        return "%s %s/%s".formatted(ENTRY, namespace, name);
    }

    /// Whether some route has it as parent.
    public boolean isRouted(Dialled host) {
        return byParent.containsKey(host.parent());
    }

    /// Reads a route for nothing but its faults.
    ///
    /// @throws Part.Unfit if the API server would refuse it
    public static void check(Manifest route) {
        RouteBackends nobody = new RouteBackends(new Hosts(List.of()));
        new RouteRules(List.of(route), Expr.any(), nobody).steps();
        for (Part parent : route.spec().get("parentRefs").items()) {
            parent.get("namespace").text();
            parent.get("name").text();
            parent.get("port").number();
        }
    }

    /// What happens to those who dial a Service, in the order in which it is asked for.
    public List<Translation> translations(Dialled host) {
        return host.ports().stream()
                .flatMap(port -> host.translations(port, steps(host, port)).stream())
                .toList();
    }

    /// The same, whatever the parents of the routes are.
    public List<Translation> translationsOfAll(Dialled host) {
        return host.ports().stream()
                .flatMap(port -> host.translations(port, steps(routes, port)).stream())
                .toList();
    }

    private List<Step> steps(Dialled host, Dialled.Port port) {
        Map<String, List<Manifest>> byNamespace = new TreeMap<>();
        byParent.getOrDefault(host.parent(), List.of()).stream()
                .filter(route -> isParent(route, host, port))
                .forEach(route ->
                        byNamespace
                                .computeIfAbsent(route.namespace(), _ -> new ArrayList<>())
                                .add(route));
        List<Manifest> own = byNamespace.remove(host.namespace());
        List<Step> steps = new ArrayList<>();
        List<Expr<Peer>> consumers = new ArrayList<>();
        byNamespace.forEach((namespace, theirs) -> {
            Expr<Peer> clients = consumers(namespace);
            steps(theirs, port).forEach(step -> steps.add(step.among(clients)));
            consumers.add(clients);
        });
        Expr<Peer> others =
                consumers.isEmpty() ? Expr.any() : Expr.not(new Expr.AnyOf<>(consumers));
        steps(own == null ? List.of() : own, port).forEach(step -> steps.add(step.among(others)));
        return steps;
    }

    /// A waypoint may not tell the clients of a namespace from others.
    private Expr<Peer> consumers(String namespace) {
        return switch (mesh) {
            case ISTIO, OTHER -> LabelSelector.EVERYTHING.pods(cluster, Optional.of(namespace));
            case WAYPOINT ->
                    new Expr.Unknown<>(
                            "whether a waypoint has routes for clients of %s alone is not defined"
                                    .formatted(namespace));
        };
    }

    private static boolean isParent(Manifest route, Dialled host, Dialled.Port port) {
        return parents(route)
                .filter(parent -> called(route, parent).equals(host.parent()))
                .map(parent -> parent.get("port").number())
                .anyMatch(number -> number.isEmpty() || number.get() == port.number());
    }

    /// The Services and ServiceEntries among the parents of a route.
    public static Stream<Part> parents(Manifest route) {
        return route.spec().get("parentRefs").items().stream()
                .filter(parent -> List.of("Service", ENTRY).contains(parent.get("kind").text("")));
    }

    private List<Step> steps(List<Manifest> all, Dialled.Port port) {
        for (String kind : KINDS) {
            List<Manifest> same = all.stream().filter(r -> r.kind().equals(kind)).toList();
            Optional<Expr<Request>> read =
                    same.isEmpty() ? Optional.empty() : mesh.reads(kind, port.speech());
            if (read.isPresent()) {
                return new RouteRules(same, read.get(), backends).steps();
            }
        }
        return List.of();
    }
}
