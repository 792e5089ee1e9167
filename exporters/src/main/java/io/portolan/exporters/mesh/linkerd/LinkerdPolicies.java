package io.portolan.exporters.mesh.linkerd;

import io.portolan.exporters.manifest.LabelSelector;
import io.portolan.exporters.manifest.Manifest;
import io.portolan.exporters.manifest.Part;
import io.portolan.exporters.mesh.route.RouteMatches;
import io.portolan.exporters.mesh.route.ServiceRoutes;
import io.portolan.model.policy.Action;
import io.portolan.model.policy.Block;
import io.portolan.model.policy.Direction;
import io.portolan.model.policy.Discipline;
import io.portolan.model.policy.EnforcementPoint;
import io.portolan.model.policy.Expr;
import io.portolan.model.policy.Layer;
import io.portolan.model.policy.Leg;
import io.portolan.model.policy.Match;
import io.portolan.model.policy.Peer;
import io.portolan.model.policy.Place;
import io.portolan.model.policy.Policy;
import io.portolan.model.policy.PolicyMode;
import io.portolan.model.policy.Position;
import io.portolan.model.policy.Refusal;
import io.portolan.model.policy.Replies;
import io.portolan.model.policy.Rule;
import io.portolan.model.policy.Ties;

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
    private final LinkerdConfig config;
    private final Authentications authentications = new Authentications();
    private final Authorizations authorizations = new Authorizations(authentications);
    private final List<Manifest> servers = new ArrayList<>();
    private final List<Manifest> networks = new ArrayList<>();
    private final List<Manifest> routes = new ArrayList<>();

    public LinkerdPolicies(LinkerdScope scope, LinkerdConfig config) {
        this.scope = scope;
        this.config = config;
    }

    /// Settings of pods that annotations make, those of a namespace for all of its pods. `which` is
    /// unknown where labels do not tell the annotated pods from others.
    public record Annotated(
            String namespace,
            LabelSelector pods,
            Expr<Peer> which,
            Map<String, String> annotations) {
        public static Annotated of(
                String namespace, LabelSelector pods, Map<String, String> annotations) {
            return new Annotated(namespace, pods, Expr.any(), annotations);
        }

        public static Annotated perhaps(
                String namespace, LabelSelector pods, Map<String, String> annotations) {
            String why = "pods of the same labels have other annotations";
            return new Annotated(namespace, pods, new Expr.Unknown<>(why), annotations);
        }

        Optional<String> said(String key) {
            return Optional.ofNullable(annotations.get("config.linkerd.io/" + key));
        }
    }

    /// Pods with probes. `which` is unknown where labels do not tell them from others.
    public record Probed(
            String namespace,
            Map<String, String> labels,
            LabelSelector pods,
            Expr<Peer> which,
            List<HttpProbe> probes) {}

    /// True for the objects that `add` takes: its own, and routes that name them as parents.
    public static boolean reads(Manifest manifest) {
        return (manifest.group().equals(GROUP) && !manifest.kind().startsWith("HTTPLocalRate"))
                || (ROUTES.contains(manifest.kind()) && hasOwnParent(manifest));
    }

    /// A route that cannot be decoded is left to the reader of all other routes.
    private static boolean hasOwnParent(Manifest route) {
        try {
            return Stream.of("Server", "EgressNetwork")
                    .anyMatch(kind -> parents(route, kind).findAny().isPresent());
        } catch (Part.Unfit _) {
            return false;
        }
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
        LinkerdScope nowhere = new LinkerdScope("", "");
        LinkerdPolicies policies = new LinkerdPolicies(nowhere, LinkerdConfig.UNKNOWN);
        policies.add(manifest);
        policies.points(List.of(), List.of());
        policies.authorizations.check();
        policies.routes.forEach(LinkerdPolicies::checkRoute);
    }

    private static void checkRoute(Manifest route) {
        for (Part parent : route.spec().get("parentRefs").items()) {
            parent.get("name").text();
            parent.get("namespace").text();
        }
        EgressNetworks.opened(route, Match.any());
        ServiceRoutes.check(route);
        route.spec().get("rules").items().forEach(rule -> RouteMatches.of(route, rule));
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
    public List<EnforcementPoint> points(List<Annotated> annotated, List<Probed> probed) {
        SkippedPorts skipped = new SkippedPorts(scope);
        Probes probes = new Probes(scope, config.probing(), probed);
        Grants grants = new Grants(config.policies(), authorizations, probes);
        List<Block> inbound =
                List.of(
                        skipped.block(annotated, SkippedPorts.INBOUND),
                        new Servers(scope, grants, routes).block(servers),
                        probes.elsewhere(),
                        defaults(annotated));
        EnforcementPoint in = point("/authorization", Direction.IN, inbound);
        List<Block> outbound =
                List.of(
                        skipped.block(annotated, SkippedPorts.OUTBOUND),
                        new EgressNetworks(scope, routes).block(networks));
        return networks.isEmpty()
                ? List.of(in)
                : List.of(point("/outbound", Direction.OUT, outbound), in);
    }

    /// Connections in plaintext between members.
    public List<Leg> legs(List<Annotated> annotated) {
        return new SkippedPorts(scope).legs(annotated);
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

    /// The first that speaks of a pod decides about everybody.
    private Block defaults(List<Annotated> annotated) {
        List<Policy> policies = new ArrayList<>();
        for (Annotated pods : annotated) {
            pods.said("default-inbound-policy")
                    .map(config.policies()::annotated)
                    .ifPresent(rule -> policies.add(policy(pods, List.of(rule, closing(rule)))));
        }
        policies.add(policy("cluster", scope.members(), List.of(config.inbound())));
        return new Block("default-inbound-policy", FIRST, policies, DENY);
    }

    private static Rule closing(Rule rule) {
        return new Rule("not " + rule.name(), Match.any(), DENY, rule.remark());
    }

    private Policy policy(Annotated pods, List<Rule> rules) {
        return policy(pods.namespace(), scope.pods(pods), rules);
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
}
