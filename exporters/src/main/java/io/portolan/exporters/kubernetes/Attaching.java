package io.portolan.exporters.kubernetes;

import io.portolan.exporters.manifest.Manifest;
import io.portolan.exporters.manifest.Part;
import io.portolan.model.design.Route;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Attaches routes of the Gateway API to the Gateways that they name and that let them.
final class Attaching {
    private final ClusterEstate estate;
    private final Map<String, Manifest> gateways;
    private final ReferenceGrants grants;
    private final Backends backends;
    private final WaypointReader waypoints;
    private final Map<String, List<Route>> attached = new HashMap<>();

    Attaching(
            ClusterEstate estate,
            Map<String, Manifest> gateways,
            WaypointReader waypoints,
            ReferenceGrants grants) {
        this.estate = estate;
        this.gateways = gateways;
        this.waypoints = waypoints;
        this.grants = grants;
        this.backends = new Backends(estate);
    }

    List<Route> routesOf(Manifest gateway) {
        return attached.getOrDefault(gateway.namespace() + "/" + gateway.name(), List.of());
    }

    void attach(Manifest route) {
        for (Part parent : route.spec().get("parentRefs").items()) {
            switch (parent.get("kind").text("Gateway")) {
                case "Gateway" -> attach(route, parent);
                case "Service" -> {} // proxies of clients obey it, see RoutedClients
                case String kind ->
                        estate.notices()
                                .ignore(
                                        route,
                                        "Where it sends those who dial a %s is not followed."
                                                .formatted(kind));
            }
        }
    }

    private void attach(Manifest route, Part parent) {
        String namespace = parent.get("namespace").text(route.namespace());
        String name = namespace + "/" + parent.get("name").text("");
        Optional<String> section = parent.get("sectionName").text();
        Manifest gateway = gateways.get(name);
        if (waypoints.has(name)) {
            waypoints.attach(route, name);
        } else if (gateway == null || !admits(gateway, section, route)) {
            estate.notices().ignore(route, "No Gateway %s lets it attach.".formatted(name));
        } else {
            attached.computeIfAbsent(name, _ -> new ArrayList<>()).addAll(routes(route, section));
        }
    }

    private boolean admits(Manifest gateway, Optional<String> section, Manifest route) {
        return gateway.spec().get("listeners").items().stream()
                .filter(l -> section.isEmpty() || section.equals(l.get("name").text()))
                .anyMatch(l ->
                        GatewayApiReader.admits(
                                l,
                                gateway.namespace(),
                                route.namespace(),
                                estate.labelsOf(route.namespace())));
    }

    private List<Route> routes(Manifest route, Optional<String> section) {
        List<Route> routes = new ArrayList<>();
        for (Part rule : route.spec().get("rules").items()) {
            for (Part ref : rule.get("backendRefs").items()) {
                if (isWithoutShare(ref)) {
                    continue;
                }
                backend(route, ref)
                        .ifPresentOrElse(
                                b -> routes.addAll(routes(route, section, rule, b)),
                                () ->
                                        estate.notices()
                                                .ignore(
                                                        route,
                                                        "It sends to %s, which is no Service with that port that it may send to."
                                                                .formatted(
                                                                        ref.get("name")
                                                                                .text("nothing"))));
            }
        }
        return routes;
    }

    private static boolean isWithoutShare(Part ref) {
        return ref.get("weight").number().filter(weight -> weight == 0).isPresent();
    }

    /// Those of other namespaces need a grant.
    private Optional<Backends.Backend> backend(Manifest route, Part ref) {
        String namespace = ref.get("namespace").text(route.namespace());
        boolean permitted =
                ref.get("kind").text("Service").equals("Service")
                        && grants.permit(route, namespace, ref.get("name").text(""));
        return permitted
                ? backends.find(namespace, ref.get("name").text(""), ref.get("port"))
                : Optional.empty();
    }

    private static List<Route> routes(
            Manifest route, Optional<String> section, Part rule, Backends.Backend backend) {
        List<Part> matches = rule.get("matches").items();
        return matches.isEmpty()
                ? List.of(route(route, section, RouteMatch.ANY, backend))
                : matches.stream()
                        .map(match -> route(route, section, RouteMatch.of(match), backend))
                        .toList();
    }

    private static Route route(
            Manifest route, Optional<String> section, RouteMatch match, Backends.Backend backend) {
        return new Route(
                route.namespace() + "/" + route.name(),
                section,
                route.spec().get("hostnames").texts(),
                match.path(),
                match.methods(),
                backend.service().id(),
                backend.port(),
                match.condition());
    }
}
