package io.portolan.model.compile.gateway;

import io.portolan.model.compile.ground.Addresses;
import io.portolan.model.compile.ground.Ground;
import io.portolan.model.compile.mesh.Requests;
import io.portolan.model.compile.need.Kube;
import io.portolan.model.compile.need.Names;
import io.portolan.model.compile.need.Terms;
import io.portolan.model.design.Cluster;
import io.portolan.model.design.Element;
import io.portolan.model.design.ElementId;
import io.portolan.model.design.Endpoint;
import io.portolan.model.design.Gateway;
import io.portolan.model.design.Listener;
import io.portolan.model.design.Route;
import io.portolan.model.design.Service;
import io.portolan.model.design.TlsMode;
import io.portolan.model.net.Address;
import io.portolan.model.net.Cidr;
import io.portolan.model.net.PortSet;
import io.portolan.model.net.Transport;
import io.portolan.model.policy.Expr;
import io.portolan.model.policy.ListenerTls;
import io.portolan.model.policy.Origin;
import io.portolan.model.policy.PortTarget;
import io.portolan.model.policy.Relay;
import io.portolan.model.policy.RelayListener;
import io.portolan.model.policy.RelayRoute;
import io.portolan.model.policy.Remainder;
import io.portolan.model.policy.Request;
import io.portolan.model.policy.Rewrite;
import io.portolan.model.policy.Target;
import io.portolan.model.policy.Text;
import io.portolan.model.policy.Upstream;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// Gateways as relays: their listeners, and the routes of each in the order in which the most
/// specific wins (exact host, longest wildcard, none; then the longer path).
public final class RelayCompiler {
    private final Ground ground;

    public RelayCompiler(Ground ground) {
        this.ground = ground;
    }

    /// The relays of gateways and of waypoints.
    public List<Relay> relays() {
        WaypointCompiler waypoints = new WaypointCompiler(ground);
        return ground.design()
                .all(Gateway.class)
                .flatMap(g -> Stream.concat(Stream.of(relay(g)), waypoints.relays(g).stream()))
                .toList();
    }

    /// What a web application firewall finds in a request is not a matter of the design.
    public List<Remainder> notAnalysed() {
        return ground.design()
                .all(Gateway.class)
                .flatMap(g ->
                        g.waf().stream()
                                .map(waf ->
                                        new Remainder(
                                                new Origin.BuiltIn("waf"),
                                                g.id().value(),
                                                "web application firewall: "
                                                        + waf.ruleSet().orElse("its rules"))))
                .toList();
    }

    private Relay relay(Gateway gateway) {
        List<RelayListener> listeners =
                gateway.listeners().stream()
                        .flatMap(listener -> listeners(gateway, listener))
                        .sorted(Comparator.comparingInt(l -> -rank(l.hostname())))
                        .toList();
        String name = gateway.id().value();
        return new Relay(name, name, Terms.any().on(Expr.none()), listeners);
    }

    private Stream<RelayListener> listeners(Gateway gateway, Listener listener) {
        return listener.hostnames().isEmpty()
                ? Stream.of(listener(gateway, listener, Optional.empty()))
                : listener.hostnames().stream()
                        .map(host -> listener(gateway, listener, Optional.of(Names.text(host))));
    }

    private RelayListener listener(Gateway gateway, Listener listener, Optional<Text> host) {
        List<Route> routes =
                gateway.routes().stream()
                        .filter(r -> r.listener().map(listener.name()::equals).orElse(true))
                        .sorted(
                                Comparator.comparing(RelayCompiler::isPathOpen)
                                        .thenComparing(RelayCompiler::isExact)
                                        .thenComparingInt(
                                                r -> r.path().map(String::length).orElse(0))
                                        .thenComparing(r -> r.condition().isPresent())
                                        .reversed())
                        .toList();
        return new RelayListener(
                listener.name(),
                Terms.to(transport(listener), PortSet.of(listener.port())),
                host.filter(h -> !(h instanceof Text.Present)),
                tls(listener),
                true,
                byHost(routes, listener));
    }

    /// Where an expression stands among the paths nobody says: it is asked first, and may match.
    private static boolean isPathOpen(Route route) {
        return route.condition().isPresent() && route.path().isEmpty();
    }

    private static boolean isExact(Route route) {
        return route.path().filter(p -> p.startsWith(Requests.EXACT)).isPresent();
    }

    private static Transport transport(Listener listener) {
        return switch (listener.protocol()) {
            case UDP -> Transport.UDP;
            case HTTP, HTTPS, TLS, TCP -> Transport.TCP;
        };
    }

    private static ListenerTls tls(Listener listener) {
        Optional<TlsMode> mode = listener.tls();
        return switch (listener.protocol()) {
            case HTTP, TCP, UDP -> mode.map(RelayCompiler::tls).orElse(ListenerTls.NONE);
            case HTTPS -> mode.map(RelayCompiler::tls).orElse(ListenerTls.TERMINATE);
            case TLS -> mode.map(RelayCompiler::tls).orElse(ListenerTls.PASSTHROUGH);
        };
    }

    private static ListenerTls tls(TlsMode mode) {
        return switch (mode) {
            case TERMINATE, MUTUAL -> ListenerTls.TERMINATE;
            case PASSTHROUGH -> ListenerTls.PASSTHROUGH;
        };
    }

    // ---------------------------------------------------------------- routes

    private List<RelayRoute> byHost(List<Route> routes, Listener listener) {
        record Ranked(int rank, RelayRoute route) {}
        List<Ranked> ranked = new ArrayList<>();
        for (Route route : routes) {
            for (Optional<Text> host : hosts(route)) {
                ranked.add(new Ranked(rank(host), route(route, listener, host)));
            }
        }
        return ranked.stream()
                .sorted(Comparator.comparingInt(r -> -r.rank()))
                .map(Ranked::route)
                .toList();
    }

    private static Set<Optional<Text>> hosts(Route route) {
        Set<Optional<Text>> hosts = new LinkedHashSet<>();
        route.hostnames().forEach(h -> hosts.add(Optional.of(Names.text(h))));
        return hosts.isEmpty() ? Set.of(Optional.empty()) : hosts;
    }

    private static int rank(Optional<Text> host) {
        return switch (host.orElseGet(Text.Present::new)) {
            case Text.Exact(String value) -> 1000 + value.length();
            case Text.Under(String apex, _) -> 1 + apex.length();
            default -> 0;
        };
    }

    private RelayRoute route(Route route, Listener listener, Optional<Text> host) {
        return new RelayRoute(
                route.name(),
                Terms.both(conditions(route, listener, host)),
                ground.design().find(route.backend()).stream()
                        .flatMap(e -> rewrites(e, route.port()))
                        .toList(),
                Upstream.AS_DECRYPTED,
                Terms.builtIn("route " + route.name()));
    }

    /// Under passthrough only the server name can be read, on plain TCP nothing.
    private static List<Expr<Request>> conditions(
            Route route, Listener listener, Optional<Text> host) {
        List<Expr<Request>> terms = new ArrayList<>();
        switch (tls(listener)) {
            case PASSTHROUGH -> host.ifPresent(h -> terms.add(Expr.is(new Request.ServerName(h))));
            case NONE, TERMINATE -> {
                host.ifPresent(h -> terms.add(Expr.is(new Request.Host(h))));
                route.path().ifPresent(p -> terms.add(Requests.path(p)));
                Requests.methods(route.methods()).ifPresent(terms::add);
                route.condition().ifPresent(what -> terms.add(new Expr.Unknown<>(what)));
            }
        }
        return terms.isEmpty() ? List.of(Expr.any()) : terms;
    }

    // ---------------------------------------------------------------- backends

    private Stream<Rewrite> rewrites(Element backend, int port) {
        PortTarget number = new PortTarget.ToNumber(port);
        Optional<Cluster> cluster = ground.clusterOf(backend.id());
        return switch (backend) {
            case Service service -> service(service, number);
            default ->
                    cluster.isPresent()
                            ? Stream.of(
                                    new Rewrite(
                                            new Target.Backends(
                                                    Kube.podsOf(ground, cluster.get(), backend)),
                                            number))
                            : pool(Addresses.own(backend), number);
        };
    }

    /// A service is dialled like by any other client; what has no address of its own stands for its
    /// pods.
    private Stream<Rewrite> service(Service service, PortTarget port) {
        ElementId id = service.id();
        List<Address> addresses = ground.services().getOrDefault(id, List.of());
        if (!addresses.isEmpty()) {
            return pool(List.of(addresses.getFirst().asBlock()), port);
        }
        return switch (service.type()) {
            case EXTERNAL_NAME ->
                    ground.design()
                            .all(Endpoint.class)
                            .filter(e ->
                                    service.externalName()
                                            .filter(Names.of(e)::contains)
                                            .isPresent())
                            .flatMap(e -> pool(Addresses.own(e), port));
            case CLUSTER_IP, HEADLESS, NODE_PORT, LOAD_BALANCER ->
                    ground.clusterOf(id).stream()
                            .map(c -> new ServiceCompiler(ground).backends(c, service))
                            .map(target -> new Rewrite(target, port));
        };
    }

    private static Stream<Rewrite> pool(List<Cidr> blocks, PortTarget port) {
        return blocks.isEmpty()
                ? Stream.empty()
                : Stream.of(new Rewrite(new Target.Pool(blocks), port));
    }
}
