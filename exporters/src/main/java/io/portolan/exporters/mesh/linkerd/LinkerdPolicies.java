package io.portolan.exporters.mesh.linkerd;

import io.portolan.exporters.manifest.LabelSelector;
import io.portolan.exporters.manifest.Manifest;
import io.portolan.exporters.manifest.Part;
import io.portolan.model.net.PortSet;
import io.portolan.model.net.Transport;
import io.portolan.model.policy.Action;
import io.portolan.model.policy.Block;
import io.portolan.model.policy.Direction;
import io.portolan.model.policy.Discipline;
import io.portolan.model.policy.EnforcementPoint;
import io.portolan.model.policy.Expr;
import io.portolan.model.policy.Layer;
import io.portolan.model.policy.Match;
import io.portolan.model.policy.Origin;
import io.portolan.model.policy.Peer;
import io.portolan.model.policy.Place;
import io.portolan.model.policy.Policy;
import io.portolan.model.policy.PolicyMode;
import io.portolan.model.policy.Position;
import io.portolan.model.policy.Refusal;
import io.portolan.model.policy.Remark;
import io.portolan.model.policy.Replies;
import io.portolan.model.policy.Rule;
import io.portolan.model.policy.Ties;
import io.portolan.model.policy.Traffic;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// The points at the proxies of a Linkerd mesh. Inbound: ports that bypass the proxy, Servers, then
/// the default policy. Outbound, where there are EgressNetworks: what they let out.
public final class LinkerdPolicies {
    static final Action DENY = new Action.Deny(Refusal.REJECT);

    private static final String GROUP = "policy.linkerd.io";
    private static final List<String> ROUTES =
            List.of("HTTPRoute", "GRPCRoute", "TLSRoute", "TCPRoute");
    private static final Discipline FIRST = new Discipline.FirstMatch(Ties.AS_LISTED);

    private final LinkerdScope scope;
    private final Authentications authentications = new Authentications();
    private final Authorizations authorizations = new Authorizations(authentications);
    private final List<Manifest> servers = new ArrayList<>();
    private final List<Manifest> networks = new ArrayList<>();
    private final List<Manifest> routes = new ArrayList<>();

    public LinkerdPolicies(LinkerdScope scope) {
        this.scope = scope;
    }

    /// Settings of pods that annotations make, those of a namespace for all of its pods.
    public record Annotated(String namespace, LabelSelector pods, Map<String, String> annotations) {
        Optional<String> said(String key) {
            return Optional.ofNullable(annotations.get("config.linkerd.io/" + key));
        }
    }

    /// True for the objects that `add` takes: its own, and routes that name them as parents.
    public static boolean reads(Manifest manifest) {
        return (manifest.group().equals(GROUP) && !manifest.kind().startsWith("HTTPLocalRate"))
                || (ROUTES.contains(manifest.kind())
                        && Stream.of("Server", "EgressNetwork")
                                .anyMatch(kind -> parents(manifest, kind).findAny().isPresent()));
    }

    static Stream<Part> parents(Manifest route, String kind) {
        return route.spec().get("parentRefs").items().stream()
                .filter(parent -> parent.get("kind").text("").equals(kind))
                .filter(parent -> parent.get("group").text(GROUP).equals(GROUP));
    }

    /// Reads an object for nothing but its faults.
    ///
    /// @throws Part.Unfit if the API server would refuse it
    public static void check(Manifest manifest) {
        LinkerdPolicies policies = new LinkerdPolicies(new LinkerdScope("", ""));
        policies.add(manifest);
        policies.points(List.of());
        manifest.spec().get("rules").items().forEach(RouteMatches::of);
    }

    /// Adds an object that passed the check.
    public void add(Manifest manifest) {
        switch (manifest.kind()) {
            case "Server" -> servers.add(manifest);
            case "EgressNetwork" -> networks.add(manifest);
            case "AuthorizationPolicy", "ServerAuthorization" -> authorizations.add(manifest);
            case "MeshTLSAuthentication", "NetworkAuthentication" -> authentications.add(manifest);
            default -> routes.add(manifest);
        }
    }

    /// The points, with what annotations say; those of pods before those of namespaces.
    public List<EnforcementPoint> points(List<Annotated> annotated) {
        List<Block> inbound =
                List.of(
                        skipped(annotated),
                        new Servers(scope, authorizations, routes).block(servers),
                        defaults(annotated));
        EnforcementPoint in = point("/authorization", Direction.IN, inbound);
        Block out = new EgressNetworks(scope, routes).block(networks);
        return networks.isEmpty()
                ? List.of(in)
                : List.of(point("/outbound", Direction.OUT, List.of(out)), in);
    }

    private EnforcementPoint point(String name, Direction direction, List<Block> blocks) {
        return new EnforcementPoint(
                scope.mesh() + name,
                scope.mesh(),
                Layer.MESH,
                new Position.AtEndpoint(direction, Place.PROXY, scope.members()),
                Replies.ADMITTED,
                blocks);
    }

    private Block skipped(List<Annotated> annotated) {
        List<Policy> policies = new ArrayList<>();
        for (Annotated pods : annotated) {
            pods.said("skip-inbound-ports")
                    .ifPresent(ports -> policies.add(policy(pods, List.of(bypass(ports)))));
        }
        return new Block("skip-inbound-ports", FIRST, policies, new Action.Pass());
    }

    private static Rule bypass(String ports) {
        Expr<Traffic> traffic = Expr.is(Traffic.to(Transport.TCP, PortSet.parse(ports)));
        return new Rule(
                "skip-inbound-ports",
                Match.any().on(traffic),
                new Action.Allow(),
                builtIn("the proxy is bypassed"));
    }

    /// The first that speaks of a pod decides about everybody.
    private Block defaults(List<Annotated> annotated) {
        List<Policy> policies = new ArrayList<>();
        for (Annotated pods : annotated) {
            pods.said("default-inbound-policy")
                    .map(InboundDefaults::annotated)
                    .ifPresent(rule -> policies.add(policy(pods, List.of(rule, closing(rule)))));
        }
        Rule open = InboundDefaults.ofCluster();
        policies.add(policy("cluster", scope.members(), List.of(open)));
        return new Block("default-inbound-policy", FIRST, policies, DENY);
    }

    private static Rule closing(Rule rule) {
        return new Rule("not " + rule.name(), Match.any(), DENY, rule.remark());
    }

    private Policy policy(Annotated pods, List<Rule> rules) {
        return policy(pods.namespace(), scope.pods(pods.namespace(), pods.pods()), rules);
    }

    private static Policy policy(String name, Expr<Peer> subject, List<Rule> rules) {
        return new Policy(
                name,
                Double.POSITIVE_INFINITY,
                subject,
                PolicyMode.ISOLATES,
                rules,
                rules.getFirst().remark());
    }

    private static Remark builtIn(String words) {
        return new Remark(new Origin.BuiltIn(words), "", false);
    }
}
