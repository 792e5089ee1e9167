package io.portolan.model.compile.mesh;

import io.portolan.model.compile.ground.Ground;
import io.portolan.model.compile.need.Kube;
import io.portolan.model.compile.need.Named;
import io.portolan.model.compile.need.Need;
import io.portolan.model.compile.need.Seen;
import io.portolan.model.compile.need.Terms;
import io.portolan.model.compile.need.Wire;
import io.portolan.model.design.Cluster;
import io.portolan.model.design.Element;
import io.portolan.model.design.ElementId;
import io.portolan.model.design.Flow;
import io.portolan.model.design.Mesh;
import io.portolan.model.design.MeshProduct;
import io.portolan.model.design.MtlsMode;
import io.portolan.model.design.RuleSource;
import io.portolan.model.policy.Action;
import io.portolan.model.policy.Block;
import io.portolan.model.policy.Direction;
import io.portolan.model.policy.EnforcementPoint;
import io.portolan.model.policy.Estate;
import io.portolan.model.policy.Expr;
import io.portolan.model.policy.Layer;
import io.portolan.model.policy.Match;
import io.portolan.model.policy.Peer;
import io.portolan.model.policy.Place;
import io.portolan.model.policy.Policy;
import io.portolan.model.policy.PolicyMode;
import io.portolan.model.policy.Position;
import io.portolan.model.policy.Replies;
import io.portolan.model.policy.Request;
import io.portolan.model.policy.Rule;
import io.portolan.model.policy.Text;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/// What the proxies of a mesh let in: mutual TLS where it is strict, and the identities that the
/// flows name.
public final class MeshPolicyCompiler {
    private final Ground ground;
    private final List<Need> needs;
    private final Seen seen;

    public MeshPolicyCompiler(Ground ground, List<Need> needs) {
        this.ground = ground;
        this.needs = needs;
        this.seen = new Seen(ground);
    }

    /// The authorization of every mesh.
    public List<EnforcementPoint> points() {
        return ground.design().all(Mesh.class).map(this::point).toList();
    }

    private EnforcementPoint point(Mesh mesh) {
        String id = mesh.id().value();
        return new EnforcementPoint(
                id + "/authorization",
                id,
                Layer.MESH,
                new Position.AtEndpoint(Direction.IN, Place.PROXY, Terms.group(id)),
                Replies.ADMITTED,
                blocks(mesh));
    }

    private List<Block> blocks(Mesh mesh) {
        return switch (mesh.product()) {
            case ISTIO_SIDECAR, ISTIO_AMBIENT ->
                    Stream.concat(plaintext(mesh), istio(mesh).stream()).toList();
            case LINKERD -> Stream.concat(plaintext(mesh), linkerd(mesh).stream()).toList();
            case CONSUL -> consul(mesh);
        };
    }

    private static Stream<Block> plaintext(Mesh mesh) {
        return mesh.mtls() == MtlsMode.STRICT
                ? Stream.of(onPlaintext("STRICT", Terms.DENY, "mtls STRICT"))
                : Stream.empty();
    }

    private static Block onPlaintext(String name, Action action, String words) {
        Match plaintext = Terms.any().from(Expr.not(Terms.authenticated()));
        Rule rule = new Rule(words, plaintext, action, Terms.builtIn(words));
        return Terms.list(name, Terms.PASS, List.of(rule));
    }

    private List<Block> istio(Mesh mesh) {
        List<Policy> allows = mesh.policy() == RuleSource.DERIVED ? policies(mesh) : List.of();
        return List.of(
                new Block("DENY", Terms.UNION, List.of(), Terms.PASS),
                new Block("ALLOW", Terms.UNION, allows, Terms.DENY));
    }

    /// Derived: a Server for every port and `deny` as the default policy, so that nobody comes in
    /// without an AuthorizationPolicy.
    private List<Block> linkerd(Mesh mesh) {
        return mesh.policy() == RuleSource.DERIVED
                ? List.of(new Block("AuthorizationPolicy", Terms.UNION, policies(mesh), Terms.DENY))
                : List.of(notRead(mesh));
    }

    /// Plaintext never comes in, or in permissive mode past all intentions. Derived: the default
    /// policy is to deny.
    private List<Block> consul(Mesh mesh) {
        Block first =
                switch (mesh.mtls()) {
                    case STRICT -> onPlaintext("certificate", Terms.DENY, "no certificate");
                    case PERMISSIVE, DISABLE ->
                            onPlaintext(
                                    "certificate", new Action.Allow(), "MutualTLSMode permissive");
                };
        Block intentions =
                mesh.policy() == RuleSource.DERIVED
                        ? new Block("intentions", Terms.UNION, policies(mesh), Terms.DENY)
                        : notRead(mesh);
        return List.of(first, intentions);
    }

    /// Rules that exist in the mesh and were not imported may say anything.
    private static Block notRead(Mesh mesh) {
        String why = "the policies of %s were not read".formatted(mesh.id());
        Action either = Terms.either(why);
        return Terms.list(
                "not read",
                either,
                List.of(new Rule("not read", Terms.any(), either, Terms.builtIn(why))));
    }

    // ---------------------------------------------------------------- from flows

    /// Every member is closed; each gets the identities that its flows come from.
    private List<Policy> policies(Mesh mesh) {
        Map<ElementId, List<Rule>> rules = new TreeMap<>();
        needs.stream()
                .filter(n -> isMember(mesh, n.to()))
                .forEach(n ->
                        Named.add(
                                rules.computeIfAbsent(n.to(), _ -> new ArrayList<>()),
                                n.flow().id(),
                                List.of(match(mesh, n))));
        return Stream.concat(closed(mesh), opened(mesh, rules)).toList();
    }

    private boolean isMember(Mesh mesh, ElementId id) {
        return ground.meshes().of(id).filter(m -> m.id().equals(mesh.id())).isPresent();
    }

    private Stream<Policy> closed(Mesh mesh) {
        record Home(Cluster cluster, String namespace) {}
        return ground.meshes().members(mesh).stream()
                .flatMap(id ->
                        ground.clusterOf(id).stream().map(c -> new Home(c, ground.namespaceOf(id))))
                .distinct()
                .sorted(Comparator.comparing(p -> p.cluster().id() + "/" + p.namespace()))
                .map(p ->
                        Terms.policy(
                                p.namespace() + "/default-deny",
                                Expr.allOf(
                                        Kube.podsOf(p.cluster(), p.namespace()),
                                        Terms.group(mesh.id().value())),
                                PolicyMode.ISOLATES,
                                List.of()));
    }

    private Stream<Policy> opened(Mesh mesh, Map<ElementId, List<Rule>> rules) {
        return ground.meshes().members(mesh).stream()
                .filter(rules::containsKey)
                .flatMap(id -> ground.design().find(id).stream())
                .map(e ->
                        Terms.policy(
                                ground.namespaceOf(e.id()) + "/" + e.label(),
                                subject(e),
                                PolicyMode.ISOLATES,
                                rules.getOrDefault(e.id(), List.of())))
                .sorted(Comparator.comparing(Policy::name));
    }

    private Expr<Peer> subject(Element element) {
        return ground.clusterOf(element.id())
                .map(c -> Kube.podsOf(ground, c, element))
                .orElseGet(Expr::none);
    }

    private Match match(Mesh mesh, Need need) {
        Match match = Terms.any().from(source(mesh, need)).on(need.traffic());
        return mesh.product() == MeshProduct.ISTIO_AMBIENT
                ? match
                : match.asking(request(need.flow()));
    }

    /// Members by what they prove, everybody else by address: under STRICT such a rule never helps.
    private Expr<Peer> source(Mesh mesh, Need need) {
        Optional<Estate.Identity> identity =
                ground.meshes()
                        .of(need.from())
                        .filter(client -> Wire.trusts(client, mesh))
                        .flatMap(_ -> ground.meshes().identity(need.from()));
        return identity.map(MeshPolicyCompiler::principal)
                .orElseGet(() -> Seen.withoutNames(seen.source(need)));
    }

    private static Expr<Peer> principal(Estate.Identity identity) {
        return Terms.principal(
                new Text.Exact(identity.trustDomain()),
                new Text.Exact(identity.namespace()),
                new Text.Exact(identity.account()));
    }

    /// What the flow says of its requests; a path or method makes it HTTP.
    private static Expr<Request> request(Flow flow) {
        List<Expr<Request>> terms = new ArrayList<>();
        Requests.methods(flow.methods()).ifPresent(terms::add);
        flow.path().ifPresent(path -> terms.add(Requests.path(path)));
        return terms.isEmpty() ? Expr.any() : Terms.both(terms);
    }
}
