package io.portolan.exporters.mesh.linkerd;

import io.portolan.exporters.manifest.LabelSelector;
import io.portolan.exporters.manifest.Manifest;
import io.portolan.exporters.manifest.Part;
import io.portolan.exporters.mesh.route.RouteMatches;
import io.portolan.model.net.Cidr;
import io.portolan.model.net.PortSet;
import io.portolan.model.net.Transport;
import io.portolan.model.policy.Action;
import io.portolan.model.policy.Block;
import io.portolan.model.policy.Discipline;
import io.portolan.model.policy.Expr;
import io.portolan.model.policy.Match;
import io.portolan.model.policy.Peer;
import io.portolan.model.policy.PeerKind;
import io.portolan.model.policy.Policy;
import io.portolan.model.policy.PolicyMode;
import io.portolan.model.policy.Remark;
import io.portolan.model.policy.Request;
import io.portolan.model.policy.Rule;
import io.portolan.model.policy.Ties;
import io.portolan.model.policy.Traffic;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// EgressNetworks: what proxies let out of the cluster. Those of a namespace come before those of
/// `linkerd-egress`, which hold for all; among them the smallest network decides. Attached routes
/// open what a network denies.
final class EgressNetworks {
    private static final String GLOBAL = "linkerd-egress";

    private final LinkerdScope scope;
    private final List<Manifest> routes;

    EgressNetworks(LinkerdScope scope, List<Manifest> routes) {
        this.scope = scope;
        this.routes = routes;
    }

    Block block(List<Manifest> networks) {
        return new Block(
                "EgressNetwork",
                new Discipline.FirstMatch(Ties.AS_LISTED),
                networks.stream()
                        .sorted(
                                Comparator.comparing(EgressNetworks::isGlobal)
                                        .thenComparingInt(n -> -smallest(n))
                                        .thenComparing(Manifest::name))
                        .map(this::policy)
                        .toList(),
                new Action.Pass());
    }

    private static boolean isGlobal(Manifest network) {
        return network.namespace().equals(GLOBAL);
    }

    private static int smallest(Manifest network) {
        return network.spec().get("networks").items().stream()
                .map(n -> n.get("cidr").text(""))
                .mapToInt(text -> Cidr.parse(text).length())
                .max()
                .orElse(0);
    }

    private Policy policy(Manifest network) {
        Part spec = network.spec();
        Match out =
                Match.any()
                        .to(outside(spec.get("networks")))
                        .on(Expr.is(Traffic.to(Transport.TCP, PortSet.ALL)));
        String name = network.namespace() + "/" + network.name();
        List<Rule> rules = new ArrayList<>();
        routes.stream()
                .filter(route -> isFor(route, network))
                .flatMap(route -> opened(route, out).stream())
                .forEach(rules::add);
        rules.add(new Rule(name, out, action(spec.get("trafficPolicy")), remark(network)));
        return new Policy(
                name,
                Double.POSITIVE_INFINITY,
                isGlobal(network)
                        ? scope.members()
                        : scope.pods(network.namespace(), LabelSelector.EVERYTHING),
                PolicyMode.OPEN,
                rules,
                remark(network));
    }

    private static Action action(Part policy) {
        return switch (policy.text("")) {
            case "Allow" -> new Action.Allow();
            case "Deny" -> LinkerdPolicies.DENY;
            case String other ->
                    throw new Part.Unfit(
                            policy,
                            "The trafficPolicy (%s) must be Allow or Deny.".formatted(other));
        };
    }

    /// Without networks: everything outside the cluster.
    private static Expr<Peer> outside(Part networks) {
        return networks.isPresent()
                ? Authentications.networks(networks)
                : Expr.not(
                        Expr.anyOf(
                                Expr.is(new Peer.OfKind(PeerKind.POD)),
                                Expr.is(new Peer.OfKind(PeerKind.HOST_POD)),
                                Expr.is(new Peer.OfKind(PeerKind.NODE))));
    }

    private static boolean isFor(Manifest route, Manifest network) {
        return LinkerdPolicies.parents(route, "EgressNetwork")
                .anyMatch(parent ->
                        parent.get("name").text("").equals(network.name())
                                && parent.get("namespace")
                                        .text(route.namespace())
                                        .equals(network.namespace()));
    }

    /// What a route lets through: its hosts, on the port of the parent.
    static List<Rule> opened(Manifest route, Match out) {
        Expr<Request> hosts = hosts(route);
        return LinkerdPolicies.parents(route, "EgressNetwork")
                .map(parent ->
                        parent.get("port")
                                .number()
                                .map(n ->
                                        out.on(
                                                Expr.is(
                                                        Traffic.to(
                                                                Transport.TCP,
                                                                PortSet.of(n.intValue())))))
                                .orElse(out))
                .map(match ->
                        new Rule(
                                route.namespace() + "/" + route.name(),
                                match.asking(hosts),
                                new Action.Allow(),
                                remark(route)))
                .toList();
    }

    private static Expr<Request> hosts(Manifest route) {
        List<String> names = route.spec().get("hostnames").texts();
        boolean tls = route.kind().equals("TLSRoute");
        return names.isEmpty()
                ? Expr.any()
                : new Expr.AnyOf<>(
                        names.stream()
                                .map(RouteMatches::host)
                                .<Request>map(
                                        t -> tls ? new Request.ServerName(t) : new Request.Host(t))
                                .map(Expr::is)
                                .toList());
    }

    private static Remark remark(Manifest manifest) {
        return new Remark(manifest.at(manifest.root()), "", false);
    }
}
