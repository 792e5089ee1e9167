package io.portolan.exporters.mesh.linkerd;

import io.portolan.exporters.manifest.LabelSelector;
import io.portolan.exporters.manifest.Manifest;
import io.portolan.exporters.manifest.Part;
import io.portolan.exporters.mesh.route.RouteMatches;
import io.portolan.model.net.PortSet;
import io.portolan.model.net.Transport;
import io.portolan.model.policy.Action;
import io.portolan.model.policy.Block;
import io.portolan.model.policy.Discipline;
import io.portolan.model.policy.Expr;
import io.portolan.model.policy.Match;
import io.portolan.model.policy.Policy;
import io.portolan.model.policy.PolicyMode;
import io.portolan.model.policy.Remark;
import io.portolan.model.policy.Request;
import io.portolan.model.policy.Rule;
import io.portolan.model.policy.Ties;
import io.portolan.model.policy.Traffic;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Servers: each decides about one port of the pods that it selects. Where two select the same port
/// the oldest does.
final class Servers {
    private static final Discipline FIRST = new Discipline.FirstMatch(Ties.AS_LISTED);

    private final LinkerdScope scope;
    private final Grants grants;
    private final Map<String, List<Manifest>> routes;

    Servers(LinkerdScope scope, Grants grants, List<Manifest> routes) {
        this.scope = scope;
        this.grants = grants;
        this.routes = byServer(routes);
    }

    Block block(List<Manifest> servers) {
        return new Block(
                "Server",
                FIRST,
                servers.stream().sorted(RouteMatches.BY_AGE).map(this::policy).toList(),
                new Action.Pass());
    }

    private Policy policy(Manifest server) {
        Part spec = server.spec();
        if (spec.get("podSelector").isAbsent() && spec.get("externalWorkloadSelector").isAbsent()) {
            throw new Part.Unfit(spec, "A Server must have a podSelector.");
        }
        Expr<Traffic> port = port(spec.get("port"));
        Action enter = new Action.Enter(decision(server));
        return new Policy(
                name(server),
                Double.POSITIVE_INFINITY,
                spec.get("podSelector").isAbsent()
                        ? Expr.none()
                        : scope.pods(
                                server.namespace(), LabelSelector.read(spec.get("podSelector"))),
                PolicyMode.OPEN,
                List.of(new Rule(name(server), Match.any().on(port), enter, remark(server))),
                remark(server));
    }

    private static Expr<Traffic> port(Part port) {
        String text = port.text("");
        if (text.matches("[0-9]{1,5}")) {
            return Expr.is(Traffic.to(Transport.TCP, PortSet.parse(text)));
        }
        if (text.isEmpty()) {
            throw new Part.Unfit(port, "A Server must name its port by number or name.");
        }
        return Expr.is(new Traffic.NamedPort(Transport.TCP, text));
    }

    private Block decision(Manifest server) {
        List<Manifest> attached = routes.getOrDefault(name(server), List.of());
        boolean opaque =
                List.of("opaque", "TLS").contains(server.spec().get("proxyProtocol").text(""));
        Block plain = union(name(server), grants.authorizations().on(server), server);
        if (attached.isEmpty() && !opaque) {
            return union(name(server), probedOrAuthorized(server), server);
        }
        if (opaque) {
            return plain;
        }
        Match hidden = Match.any().asking(Expr.is(new Request.NoHttp()));
        Rule noHttp = new Rule("not HTTP", hidden, new Action.Enter(plain), remark(server));
        Rule http =
                new Rule(
                        "HTTP",
                        Match.any(),
                        new Action.Enter(routes(server, attached)),
                        remark(server));
        return list(name(server), List.of(noHttp, http), server);
    }

    /// The routes of each Server, by its namespace and name.
    private static Map<String, List<Manifest>> byServer(List<Manifest> routes) {
        Map<String, List<Manifest>> all = new HashMap<>();
        for (Manifest route : routes) {
            LinkerdPolicies.parents(route, "Server")
                    .map(parent ->
                            "%s/%s"
                                    .formatted(
                                            parent.get("namespace").text(route.namespace()),
                                            parent.get("name").text("")))
                    .distinct()
                    .forEach(server ->
                            all.computeIfAbsent(server, _ -> new ArrayList<>()).add(route));
        }
        return all;
    }

    /// Routes take the place of those that let probes in.
    private List<Rule> probedOrAuthorized(Manifest server) {
        List<Rule> rules = new ArrayList<>(grants.authorizations().on(server));
        Part pods = server.spec().get("podSelector");
        if (pods.isPresent()) {
            rules.addAll(grants.probes().at(server.namespace(), LabelSelector.read(pods)));
        }
        return rules;
    }

    /// The route that matches best decides; a request that none matches is answered with 404.
    private Block routes(Manifest server, List<Manifest> attached) {
        record Matched(RouteMatches.Ranked ranked, Manifest route, Part rule, Action enter) {}
        List<Matched> all = new ArrayList<>();
        for (Manifest route : attached.stream().sorted(RouteMatches.BY_AGE).toList()) {
            Action enter = new Action.Enter(granted(route, server));
            for (Part rule : route.spec().get("rules").items()) {
                RouteMatches.of(route, rule)
                        .forEach(r -> all.add(new Matched(r, route, rule, enter)));
            }
        }
        all.sort(Comparator.comparing(Matched::ranked, RouteMatches.Ranked.PRECEDENCE));
        List<Rule> rules =
                all.stream()
                        .map(m ->
                                new Rule(
                                        name(m.route()),
                                        Match.any().asking(m.ranked().request()),
                                        m.enter(),
                                        new Remark(m.route().at(m.rule()), "", false)))
                        .toList();
        return list("404", rules, server);
    }

    private Block granted(Manifest route, Manifest server) {
        List<Rule> rules = new ArrayList<>(grants.authorizations().onRoute(route));
        rules.addAll(grants.authorizations().on(server));
        return union(name(route), rules, server);
    }

    /// Whoever is authorized, and whom the access policy lets in besides.
    private Block union(String name, List<Rule> rules, Manifest server) {
        List<Rule> all = new ArrayList<>(rules);
        all.add(grants.defaults().named(server.spec().get("accessPolicy"), "deny"));
        return new Block(
                name,
                new Discipline.DenyOverrides(),
                List.of(everybody(name, all, server)),
                LinkerdPolicies.DENY);
    }

    private static Block list(String name, List<Rule> rules, Manifest of) {
        return new Block(name, FIRST, List.of(everybody(name, rules, of)), LinkerdPolicies.DENY);
    }

    private static Policy everybody(String name, List<Rule> rules, Manifest of) {
        return new Policy(
                name, Double.POSITIVE_INFINITY, Expr.any(), PolicyMode.ISOLATES, rules, remark(of));
    }

    private static String name(Manifest manifest) {
        return manifest.namespace() + "/" + manifest.name();
    }

    private static Remark remark(Manifest manifest) {
        return new Remark(manifest.at(manifest.root()), "", false);
    }
}
