package io.portolan.exporters.mesh.istio;

import io.portolan.exporters.manifest.LabelSelector;
import io.portolan.exporters.manifest.Manifest;
import io.portolan.exporters.manifest.Part;
import io.portolan.model.design.ServicePort;
import io.portolan.model.net.Transport;
import io.portolan.model.policy.Action;
import io.portolan.model.policy.Block;
import io.portolan.model.policy.Discipline;
import io.portolan.model.policy.Expr;
import io.portolan.model.policy.Match;
import io.portolan.model.policy.Policy;
import io.portolan.model.policy.PolicyMode;
import io.portolan.model.policy.Refusal;
import io.portolan.model.policy.Remark;
import io.portolan.model.policy.Request;
import io.portolan.model.policy.Rule;
import io.portolan.model.policy.Traffic;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// What the pods of Gateways forward: nothing but what the VirtualServices that are bound to them
/// send on that are exported to their namespace. A Gateway without a route limits nothing here, for
/// its routes may be elsewhere.
final class GatewayRoutes {
    private static final List<String> KINDS = List.of("http", "tls", "tcp");

    private final MeshScope scope;
    private final List<KnownHost> hosts;

    GatewayRoutes(MeshScope scope, List<KnownHost> hosts) {
        this.scope = scope;
        this.hosts = hosts;
    }

    /// Reads the conditions of all routes for nothing but their faults.
    ///
    /// @throws Part.Unfit if the API server would refuse one
    static void check(Manifest service) {
        service.spec().get("hosts").texts();
        service.spec().get("gateways").texts();
        ClientRoutes.check(service);
        for (String kind : KINDS) {
            for (Part route : service.spec().get(kind).items()) {
                route.get("match").items().forEach(match -> asked(kind, match));
                route.get("route")
                        .items()
                        .forEach(to -> to.get("destination", "port", "number").number());
            }
        }
    }

    /// What one Gateway allows is allowed, whichever of them selects a pod.
    Block block(List<Manifest> gateways, List<Manifest> services) {
        List<Policy> policies =
                gateways.stream()
                        .map(gateway -> policy(gateway, services))
                        .filter(policy -> !policy.rules().isEmpty())
                        .toList();
        return new Block(
                "Gateway",
                new Discipline.DenyOverrides(),
                policies,
                new Action.Deny(Refusal.REJECT));
    }

    private Policy policy(Manifest gateway, List<Manifest> services) {
        LabelSelector pods = LabelSelector.ofLabels(gateway.spec().get("selector").strings());
        return new Policy(
                gateway.namespace() + "/" + gateway.name(),
                Double.POSITIVE_INFINITY,
                scope.everywhere(pods),
                PolicyMode.ISOLATES,
                services.stream()
                        .filter(service -> isBound(service, gateway))
                        .flatMap(service -> rules(service, gateway))
                        .toList(),
                new Remark(gateway.at(gateway.root()), "", false));
    }

    private static boolean isBound(Manifest service, Manifest gateway) {
        return isNamed(service.spec().get("gateways"), service, gateway);
    }

    private static boolean isNamed(Part names, Manifest service, Manifest gateway) {
        String name = gateway.namespace() + "/" + gateway.name();
        return names.texts().stream()
                .anyMatch(n -> (n.contains("/") ? n : service.namespace() + "/" + n).equals(name));
    }

    private Stream<Rule> rules(Manifest service, Manifest gateway) {
        List<Rule> rules = new ArrayList<>();
        for (String kind : KINDS) {
            for (Part route : service.spec().get(kind).items()) {
                requests(kind, route, service, gateway)
                        .forEach(request ->
                                destinations(route, service)
                                        .forEach(to ->
                                                rules.add(
                                                        rule(service, to.asking(request), route))));
            }
        }
        return rules.stream();
    }

    /// Each entry of `match` that this gateway may take; without entries the hosts alone.
    private static List<Expr<Request>> requests(
            String kind, Part route, Manifest service, Manifest gateway) {
        List<Part> matches = route.get("match").items();
        Expr<Request> hosts = hosts(kind, service);
        if (matches.isEmpty()) {
            return List.of(hosts);
        }
        return matches.stream()
                .filter(m ->
                        m.get("gateways").isAbsent()
                                || isNamed(m.get("gateways"), service, gateway))
                .map(m -> IstioText.both(hosts, asked(kind, m)))
                .toList();
    }

    private static Expr<Request> hosts(String kind, Manifest service) {
        List<String> hosts = service.spec().get("hosts").texts();
        return kind.equals("http") ? RouteMatch.host(hosts, Request.Host::new) : Expr.any();
    }

    private static Expr<Request> asked(String kind, Part match) {
        return switch (kind) {
            case "http" -> RouteMatch.http(match);
            case "tls" -> RouteMatch.tls(match);
            default -> Expr.any();
        };
    }

    private List<Match> destinations(Part route, Manifest service) {
        return route.get("route").items().stream()
                .map(entry -> entry.get("destination"))
                .flatMap(to ->
                        hosts.stream()
                                .filter(h ->
                                        h.isCalled(to.get("host").text(""), service.namespace()))
                                .map(h -> Match.any().to(h.peers()).on(traffic(h, to))))
                .toList();
    }

    /// The port at the peers behind a port of the host; the only one where none is named.
    private static Expr<Traffic> traffic(KnownHost host, Part destination) {
        List<ServicePort> ports =
                destination
                        .get("port", "number")
                        .number()
                        .map(n -> host.ports().stream().filter(p -> p.port() == n).toList())
                        .orElse(host.ports());
        return new Expr.AnyOf<>(
                ports.stream()
                        .filter(p -> p.protocol() == Transport.TCP)
                        .map(DestinationRules::target)
                        .toList());
    }

    private Rule rule(Manifest service, Match match, Part route) {
        return new Rule(
                service.namespace() + "/" + service.name(),
                match.from(scope.in(scope.exports().ofVirtualService(service))),
                new Action.Allow(),
                new Remark(service.at(route), "", false));
    }
}
