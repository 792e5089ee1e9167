package io.portolan.model.compile;

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
/// flows name. Meshes other than Istio are not modelled yet: what they let in is undecided.
final class MeshPolicyCompiler {
    private final Ground ground;
    private final List<Need> needs;
    private final Seen seen;

    MeshPolicyCompiler(Ground ground, List<Need> needs) {
        this.ground = ground;
        this.needs = needs;
        this.seen = new Seen(ground);
    }

    List<EnforcementPoint> points() {
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
                Wire.isIstio(mesh) ? blocks(mesh) : List.of(notModelled(mesh)));
    }

    private List<Block> blocks(Mesh mesh) {
        List<Block> blocks = new ArrayList<>();
        if (mesh.mtls() == MtlsMode.STRICT) {
            Match plaintext = Terms.any().from(Expr.not(Terms.authenticated()));
            Rule rule = Terms.deny("mtls STRICT", plaintext, Terms.builtIn("PeerAuthentication"));
            blocks.add(Terms.list("STRICT", Terms.PASS, List.of(rule)));
        }
        blocks.add(new Block("DENY", Terms.UNION, List.of(), Terms.PASS));
        List<Policy> allows = mesh.policy() == RuleSource.DERIVED ? policies(mesh) : List.of();
        blocks.add(new Block("ALLOW", Terms.UNION, allows, Terms.DENY));
        return blocks;
    }

    private static Block notModelled(Mesh mesh) {
        String why = mesh.product() + " authorization is not modelled yet";
        Action either = Terms.either(why);
        return Terms.list(
                "not modelled",
                either,
                List.of(new Rule("not modelled", Terms.any(), either, Terms.builtIn(why))));
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
        return mesh.product() == MeshProduct.ISTIO_SIDECAR
                ? match.asking(request(need.flow()))
                : match;
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
