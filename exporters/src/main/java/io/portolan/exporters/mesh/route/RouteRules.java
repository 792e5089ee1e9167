package io.portolan.exporters.mesh.route;

import io.portolan.exporters.manifest.Manifest;
import io.portolan.exporters.manifest.Part;
import io.portolan.exporters.mesh.route.RouteMatches.Ranked;
import io.portolan.model.policy.Expr;
import io.portolan.model.policy.Peer;
import io.portolan.model.policy.Request;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// The rules of routes of one kind for one Service, in the order in which the Gateway API tries
/// them. A request that none of them matches is answered with 404.
final class RouteRules {
    private static final String HOSTS =
            "whether the hosts of a route count for clients of a mesh is not defined";

    private final List<Manifest> routes;
    private final Expr<Request> read;
    private final RouteBackends backends;

    /// `read` is what connections must be for these routes.
    RouteRules(List<Manifest> routes, Expr<Request> read, RouteBackends backends) {
        this.routes = routes;
        this.read = read;
        this.backends = backends;
    }

    List<Step> steps() {
        boolean requests = routes.getFirst().kind().matches("HTTPRoute|GRPCRoute");
        List<Step> steps = new ArrayList<>(requests ? matched() : whole());
        if (requests && steps.stream().noneMatch(step -> step.takesAll(read))) {
            Manifest first = routes.getFirst();
            String name = "%s answers with 404".formatted(name(first, first.spec()));
            steps.add(new Step(name, Expr.any(), read, List.of(), first.at(first.spec())));
        }
        return steps;
    }

    private List<Step> matched() {
        record Matched(Ranked ranked, Manifest route, Part rule) {}
        List<Matched> all = new ArrayList<>();
        for (Manifest route : routes) {
            for (Part rule : route.spec().get("rules").items()) {
                RouteMatches.ofRule(route, rule)
                        .forEach(ranked -> all.add(new Matched(ranked, route, rule)));
            }
        }
        all.sort(Comparator.comparing(Matched::ranked, Ranked.PRECEDENCE));
        return all.stream().map(m -> step(m.route(), m.rule(), m.ranked().request())).toList();
    }

    /// Every connection goes by the first rule.
    private List<Step> whole() {
        return routes.stream()
                .flatMap(route ->
                        route.spec().get("rules").items().stream()
                                .map(rule -> step(route, rule, Expr.any())))
                .toList();
    }

    private Step step(Manifest route, Part rule, Expr<Request> asked) {
        boolean hosts = !route.spec().get("hostnames").texts().isEmpty();
        Expr<Peer> clients = hosts ? new Expr.Unknown<>(HOSTS) : Expr.any();
        Expr<Request> request = both(asked);
        return new Step(
                name(route, rule), clients, request, backends.of(rule, route), route.at(rule));
    }

    private Expr<Request> both(Expr<Request> asked) {
        if (asked instanceof Expr.Any<Request>) {
            return read;
        }
        return read instanceof Expr.Any<Request> ? asked : Expr.allOf(read, asked);
    }

    private static String name(Manifest route, Part at) {
        return "%s (%s)".formatted(route.title(), route.at(at).words());
    }
}
