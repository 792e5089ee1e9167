package io.portolan.model.compile.pod;

import io.portolan.model.compile.ground.Ground;
import io.portolan.model.compile.ground.PodIndex;
import io.portolan.model.compile.need.Kube;
import io.portolan.model.compile.need.Named;
import io.portolan.model.compile.need.Need;
import io.portolan.model.compile.need.Seen;
import io.portolan.model.compile.need.Terms;
import io.portolan.model.compile.need.Wire;
import io.portolan.model.design.Cluster;
import io.portolan.model.design.Element;
import io.portolan.model.design.ElementId;
import io.portolan.model.design.Gateway;
import io.portolan.model.design.RuleSource;
import io.portolan.model.design.Workload;
import io.portolan.model.policy.Block;
import io.portolan.model.policy.Direction;
import io.portolan.model.policy.EnforcementPoint;
import io.portolan.model.policy.Expr;
import io.portolan.model.policy.Layer;
import io.portolan.model.policy.Match;
import io.portolan.model.policy.Peer;
import io.portolan.model.policy.Place;
import io.portolan.model.policy.Policy;
import io.portolan.model.policy.Position;
import io.portolan.model.policy.Replies;
import io.portolan.model.policy.Rule;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.TreeMap;

/// Derives the network policies of a cluster from the flows: every namespace is closed in both
/// directions, and each workload gets what its flows need.
public final class PodPolicyCompiler {
    private final Ground ground;
    private final List<Need> needs;
    private final Seen seen;
    private final Wire wire;

    public PodPolicyCompiler(Ground ground, List<Need> needs) {
        this.ground = ground;
        this.needs = needs;
        this.seen = new Seen(ground);
        this.wire = new Wire(ground.meshes());
    }

    /// The policies of every cluster whose rules are derived.
    public List<EnforcementPoint> points() {
        return ground.design()
                .all(Cluster.class)
                .filter(c -> c.policy() == RuleSource.DERIVED)
                .filter(c -> !ground.pods().namespaces(c.id()).isEmpty())
                .flatMap(c -> List.of(point(c, Direction.IN), point(c, Direction.OUT)).stream())
                .toList();
    }

    private EnforcementPoint point(Cluster cluster, Direction direction) {
        Block block =
                new Block(
                        "NetworkPolicy",
                        Terms.UNION,
                        policies(cluster, direction),
                        CniProfile.of(cluster.cni()).denied());
        return new EnforcementPoint(
                cluster.id() + (direction == Direction.IN ? "/ingress" : "/egress"),
                cluster.id().value(),
                Layer.POD_POLICY,
                new Position.AtEndpoint(direction, Place.NIC, Kube.podsOf(cluster)),
                Replies.ADMITTED,
                List.of(Exemptions.of(cluster, direction), block));
    }

    private List<Policy> policies(Cluster cluster, Direction direction) {
        NamespaceDefaults defaults = new NamespaceDefaults(ground, cluster);
        List<Policy> policies = new ArrayList<>();
        Map<ElementId, List<Rule>> rules = rules(cluster, direction);
        for (String namespace : ground.pods().namespaces(cluster.id())) {
            policies.addAll(defaults.of(namespace, direction));
            ground.pods().at(new PodIndex.Place(cluster.id(), namespace)).stream()
                    .filter(e -> rules.containsKey(e.id()))
                    .map(e -> policy(cluster, namespace, e, rules.getOrDefault(e.id(), List.of())))
                    .sorted(Comparator.comparing(Policy::name))
                    .forEach(policies::add);
        }
        return policies;
    }

    private Policy policy(Cluster cluster, String namespace, Element pods, List<Rule> rules) {
        return Terms.policy(
                namespace + "/" + pods.label(),
                Kube.podsOf(ground, cluster, pods),
                CniProfile.of(cluster.cni()).mode(),
                rules);
    }

    private SequencedMap<ElementId, List<Rule>> rules(Cluster cluster, Direction direction) {
        PodPeers peers = new PodPeers(ground, seen, cluster);
        SequencedMap<ElementId, List<Rule>> rules = new TreeMap<>();
        for (Need need : needs) {
            governed(need, cluster, direction)
                    .ifPresent(id ->
                            Named.add(
                                    rules.computeIfAbsent(id, _ -> new ArrayList<>()),
                                    need.flow().id(),
                                    matches(need, peers, direction)));
        }
        return rules;
    }

    /// The workload of this cluster that the policy on this side of the connection is about.
    private Optional<ElementId> governed(Need need, Cluster cluster, Direction direction) {
        boolean carriedOn = direction == Direction.OUT && !need.start().equals(need.from());
        ElementId id = direction == Direction.IN ? need.to() : need.from();
        return carriedOn
                ? Optional.empty()
                : ground.design()
                        .find(id)
                        .filter(e ->
                                e instanceof Gateway
                                        || (e instanceof Workload w && !w.hostNetwork()))
                        .map(Element::id)
                        .filter(e -> ground.clusterOf(e).filter(cluster::equals).isPresent());
    }

    private List<Match> matches(Need need, PodPeers peers, Direction direction) {
        List<Expr<Peer>> others =
                direction == Direction.IN ? peers.sources(need) : List.of(peers.destination(need));
        return others.stream()
                .map(peer ->
                        direction == Direction.IN ? Terms.any().from(peer) : Terms.any().to(peer))
                .map(match -> match.on(wire.traffic(need)))
                .toList();
    }
}
