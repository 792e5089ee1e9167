package io.portolan.exporters.mesh.linkerd;

import io.portolan.exporters.manifest.LabelSelector;
import io.portolan.exporters.manifest.Manifest;
import io.portolan.exporters.manifest.Part;
import io.portolan.model.policy.Action;
import io.portolan.model.policy.Expr;
import io.portolan.model.policy.Match;
import io.portolan.model.policy.Peer;
import io.portolan.model.policy.Remark;
import io.portolan.model.policy.Rule;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Who may come in at a Server, at a route, or anywhere in a namespace: AuthorizationPolicies and
/// ServerAuthorizations. What one of them grants is granted.
final class Authorizations {
    private final Authentications authentications;
    private final List<Manifest> policies = new ArrayList<>();
    private final List<Manifest> ofServers = new ArrayList<>();
    private final Map<Target, List<Manifest>> policiesByTarget = new HashMap<>();
    private final Map<String, List<Manifest>> ofServersByNamespace = new HashMap<>();

    /// What a policy is about, in its own namespace.
    private record Target(String namespace, String kind, String name) {
        static Target of(Manifest policy) {
            Part reference = policy.spec().get("targetRef");
            return new Target(
                    policy.namespace(),
                    reference.get("kind").text(""),
                    reference.get("name").text(""));
        }
    }

    Authorizations(Authentications authentications) {
        this.authentications = authentications;
    }

    void add(Manifest manifest) {
        if (manifest.kind().equals("ServerAuthorization")) {
            ofServers.add(manifest);
            ofServersByNamespace
                    .computeIfAbsent(manifest.namespace(), _ -> new ArrayList<>())
                    .add(manifest);
        } else {
            policies.add(manifest);
            policiesByTarget
                    .computeIfAbsent(Target.of(manifest), _ -> new ArrayList<>())
                    .add(manifest);
        }
    }

    /// Reads all objects as if something referred to them.
    ///
    /// @throws Part.Unfit if one cannot be decoded
    void check() {
        policies.forEach(this::granted);
        for (Manifest authorization : ofServers) {
            names(authorization.spec().get("server"), authorization);
            clients(authorization);
        }
    }

    /// Those that hold for every connection to a Server.
    List<Rule> on(Manifest server) {
        String home = server.namespace();
        List<Rule> rules = new ArrayList<>(about(new Target(home, "Server", server.name())));
        rules.addAll(about(new Target(home, "Namespace", home)));
        ofServersByNamespace.getOrDefault(home, List.of()).stream()
                .filter(a -> names(a.spec().get("server"), server))
                .forEach(a -> rules.add(rule(a, clients(a))));
        return rules;
    }

    /// Those that name the route itself.
    List<Rule> onRoute(Manifest route) {
        return about(new Target(route.namespace(), route.kind(), route.name()));
    }

    private List<Rule> about(Target target) {
        return policiesByTarget.getOrDefault(target, List.of()).stream()
                .flatMap(p -> granted(p).stream())
                .toList();
    }

    private static boolean names(Part server, Manifest manifest) {
        return server.get("name").isPresent()
                ? server.get("name").text("").equals(manifest.name())
                : LabelSelector.read(server.get("selector")).matches(manifest.labels());
    }

    /// All of the references must be satisfied; none of them: everybody.
    private List<Rule> granted(Manifest policy) {
        List<Optional<Expr<Peer>>> found =
                policy.spec().get("requiredAuthenticationRefs").items().stream()
                        .map(r -> authentications.find(r, policy.namespace()))
                        .toList();
        if (found.stream().anyMatch(Optional::isEmpty)) {
            return List.of();
        }
        List<Expr<Peer>> terms = found.stream().flatMap(Optional::stream).toList();
        return List.of(rule(policy, terms.isEmpty() ? Expr.any() : new Expr.AllOf<>(terms)));
    }

    private static Rule rule(Manifest manifest, Expr<Peer> clients) {
        return new Rule(
                manifest.namespace() + "/" + manifest.name(),
                Match.any().from(clients),
                new Action.Allow(),
                new Remark(manifest.at(manifest.root()), "", false));
    }

    private static Expr<Peer> clients(Manifest authorization) {
        Part client = authorization.spec().get("client");
        Expr<Peer> from =
                client.get("networks").isPresent()
                        ? Authentications.networks(client.get("networks"))
                        : Expr.any();
        return Expr.allOf(from, proven(client, authorization.namespace()));
    }

    private static Expr<Peer> proven(Part client, String own) {
        Part tls = client.get("meshTLS");
        if (client.get("unauthenticated").isTrue() || tls.get("unauthenticatedTLS").isTrue()) {
            return Expr.any();
        }
        List<Expr<Peer>> terms = new ArrayList<>();
        tls.get("identities").texts().forEach(i -> terms.add(LinkerdIdentity.of(i)));
        tls.get("serviceAccounts")
                .items()
                .forEach(a ->
                        terms.add(
                                LinkerdIdentity.account(
                                        a.get("namespace").text(own), a.get("name").text(""))));
        return new Expr.AnyOf<>(terms);
    }
}
