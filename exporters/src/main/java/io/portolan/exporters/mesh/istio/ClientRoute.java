package io.portolan.exporters.mesh.istio;

import io.portolan.exporters.manifest.LabelSelector;
import io.portolan.exporters.manifest.Manifest;
import io.portolan.exporters.manifest.Part;
import io.portolan.exporters.mesh.route.Step;
import io.portolan.model.policy.Expr;
import io.portolan.model.policy.Origin;
import io.portolan.model.policy.Peer;
import io.portolan.model.policy.Request;
import io.portolan.model.policy.Rewrite;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// What one VirtualService does with those who dial a port of its hosts. Its lists are for what is
/// spoken there; routes whose sources or ports do not fit are not there for the client, and only
/// where some route is there a request that none matches is answered with 404.
final class ClientRoute {
    private static final Expr<Request> NO_HTTP = Expr.is(new Request.NoHttp());

    private final MeshScope scope;
    private final Manifest service;
    private final RouteDestinations.At dialled;
    private final RouteDestinations destinations;

    ClientRoute(
            MeshScope scope,
            Manifest service,
            RouteDestinations.At dialled,
            RouteDestinations destinations) {
        this.scope = scope;
        this.service = service;
        this.dialled = dialled;
        this.destinations = destinations;
    }

    List<Step> steps() {
        return switch (dialled.port().speech()) {
            case HTTP -> http(Expr.any());
            case TLS -> tls();
            case TCP -> tcp(Expr.any());
            case DETECTED ->
                    Stream.concat(http(Expr.not(NO_HTTP)).stream(), tcp(NO_HTTP).stream()).toList();
            case UDP -> List.of();
        };
    }

    private List<Step> http(Expr<Request> spoken) {
        List<Step> steps = new ArrayList<>();
        for (Part route : service.spec().get("http").items()) {
            for (Part match : matches(route)) {
                Expr<Request> request = IstioText.both(spoken, RouteMatch.httpOfAnyClient(match));
                clients(match).ifPresent(from -> steps.addAll(http(route, from, request)));
            }
        }
        return closed(steps, spoken, "answers with 404");
    }

    private List<Step> http(Part route, Expr<Peer> from, Expr<Request> request) {
        List<Rewrite> to = destinations.of(route, service, dialled);
        Step sent = new Step(name(route), from, request, to, service.at(route));
        Step aborted = new Step(name(route), from, request, List.of(), service.at(route));
        return switch (share(route.get("fault", "abort"))) {
            case NONE -> List.of(sent);
            case ALL -> List.of(aborted);
            case SOME -> List.of(aborted.among(perhaps("which requests it aborts")), sent);
        };
    }

    private enum Share {
        NONE,
        SOME,
        ALL
    }

    private static Share share(Part abort) {
        if (abort.isAbsent()) {
            return Share.NONE;
        }
        return switch (abort.get("percentage", "value").text("")) {
            case String all when all.matches("100(\\.0*)?") -> Share.ALL;
            case String none when none.matches("0(\\.0*)?") -> Share.NONE;
            case String _ -> Share.SOME;
        };
    }

    /// By the server name; whoever sends another one is not connected.
    private List<Step> tls() {
        List<Step> steps = new ArrayList<>();
        for (Part route : service.spec().get("tls").items()) {
            for (Part match : matches(route)) {
                clients(match)
                        .ifPresent(from -> steps.add(step(route, from, RouteMatch.tls(match))));
            }
        }
        return closed(steps, Expr.any(), "knows no such server name");
    }

    private List<Step> tcp(Expr<Request> spoken) {
        List<Step> steps = new ArrayList<>();
        for (Part route : service.spec().get("tcp").items()) {
            for (Part match : matches(route)) {
                clients(match).ifPresent(from -> steps.add(step(route, from, spoken)));
            }
        }
        return steps;
    }

    private Step step(Part route, Expr<Peer> from, Expr<Request> request) {
        List<Rewrite> to = destinations.of(route, service, dialled);
        return new Step(name(route), from, request, to, service.at(route));
    }

    /// Nothing is left for those who have some route.
    private List<Step> closed(List<Step> steps, Expr<Request> spoken, String how) {
        if (steps.isEmpty() || steps.stream().anyMatch(step -> step.takesAll(spoken))) {
            return steps;
        }
        Expr<Peer> anyone = IstioText.union(steps.stream().map(Step::clients).distinct());
        String name = "%s %s".formatted(name(service.spec()), how);
        Origin origin = service.at(service.spec());
        List<Step> all = new ArrayList<>(steps);
        all.add(new Step(name, anyone, spoken, List.of(), origin));
        return all;
    }

    // ---------------------------------------------------------------- whom a match is for

    private static List<Part> matches(Part route) {
        List<Part> matches = route.get("match").items();
        return matches.isEmpty() ? List.of(route.get("match")) : matches;
    }

    /// Nobody, where it is for gateways or another port. What it says of its gateways counts alone.
    private Optional<Expr<Peer>> clients(Part match) {
        boolean otherPort =
                match.get("port").number().filter(p -> p != dialled.port().number()).isPresent();
        List<String> gateways = match.get("gateways").texts();
        boolean forGateways = !gateways.isEmpty() && !gateways.contains(ClientRoutes.MESH);
        if (otherPort || forGateways) {
            return Optional.empty();
        }
        Expr<Peer> source = gateways.isEmpty() ? source(match) : Expr.any();
        boolean subnets =
                match.get("destinationSubnets").isPresent()
                        || match.get("sourceSubnet").isPresent();
        return Optional.of(
                subnets
                        ? IstioText.both(source, perhaps("which addresses a route is for"))
                        : source);
    }

    private Expr<Peer> source(Part match) {
        LabelSelector labels = LabelSelector.ofLabels(match.get("sourceLabels").strings());
        Optional<String> namespace = match.get("sourceNamespace").text().filter(n -> !n.isEmpty());
        return labels.requirements().isEmpty() && namespace.isEmpty()
                ? Expr.any()
                : labels.pods(scope.cluster(), namespace);
    }

    private static Expr<Peer> perhaps(String what) {
        return new Expr.Unknown<>(what + " is not followed");
    }

    private String name(Part at) {
        return "%s (%s)".formatted(service.title(), service.at(at).words());
    }
}
