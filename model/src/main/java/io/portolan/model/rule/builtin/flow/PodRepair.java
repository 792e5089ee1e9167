package io.portolan.model.rule.builtin.flow;

import io.portolan.model.change.Change;
import io.portolan.model.design.Cluster;
import io.portolan.model.design.Design;
import io.portolan.model.design.ElementId;
import io.portolan.model.design.Flow;
import io.portolan.model.net.Cidr;
import io.portolan.model.policy.Direction;
import io.portolan.model.policy.EnforcementPlan;
import io.portolan.model.policy.EnforcementPoint;
import io.portolan.model.policy.Expr;
import io.portolan.model.policy.Match;
import io.portolan.model.policy.Origin;
import io.portolan.model.policy.Peer;
import io.portolan.model.policy.Policy;
import io.portolan.model.policy.Position;
import io.portolan.model.policy.Traffic;
import io.portolan.model.reach.Hop;
import io.portolan.model.rule.DesignIndex;
import io.portolan.model.rule.RuleContext;
import io.portolan.model.rule.builtin.remedy.Pods;
import io.portolan.model.rule.builtin.remedy.PolicyAdditions;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Adds a policy that lets a flow in or out of the pods of one cluster.
final class PodRepair {
    private final RuleContext context;
    private final Flow flow;
    private final Cluster cluster;
    private final Packet packet;

    private PodRepair(RuleContext context, Flow flow, Cluster cluster, Packet packet) {
        this.context = context;
        this.flow = flow;
        this.cluster = cluster;
        this.packet = packet;
    }

    static Optional<Change> allow(
            Design design, RuleContext context, Flow flow, Hop hop, Cluster cluster) {
        return Packet.of(hop)
                .map(packet -> new PodRepair(context, flow, cluster, packet))
                .flatMap(repair -> repair.change(design, hop));
    }

    private Optional<Change> change(Design design, Hop hop) {
        return direction(hop)
                .flatMap(direction -> policies(direction))
                .flatMap(policies -> added(design, hop, policies))
                .map(plan ->
                        new Change.Observe(
                                "allow %s in the policies of %s".formatted(flow.id(), cluster.id()),
                                plan));
    }

    private static Optional<EnforcementPlan> added(Design design, Hop hop, List<Policy> policies) {
        return PolicyAdditions.add(
                design.observed(), point -> point.id().equals(hop.point()), policies);
    }

    private Optional<Direction> direction(Hop hop) {
        return context.plan().points().stream()
                .filter(point -> point.id().equals(hop.point()))
                .map(EnforcementPoint::position)
                .filter(Position.AtEndpoint.class::isInstance)
                .map(position -> ((Position.AtEndpoint) position).direction())
                .findFirst();
    }

    private Optional<List<Policy>> policies(Direction direction) {
        List<ElementId> governed =
                switch (direction) {
                    case IN -> List.copyOf(context.index().answering(flow.to()));
                    case OUT -> List.of(flow.from());
                };
        List<Policy> policies =
                governed.stream().flatMap(id -> policy(direction, id).stream()).toList();
        return policies.isEmpty() ? Optional.empty() : Optional.of(policies);
    }

    /// Pods without labels cannot be meant by a policy of their own.
    private Optional<Policy> policy(Direction direction, ElementId governed) {
        return pods(governed)
                .map(subject ->
                        Pods.allowing(
                                name(governed, direction),
                                subject,
                                match(direction),
                                new Origin.Flow(flow.id())));
    }

    private String name(ElementId governed, Direction direction) {
        String namespace =
                context.index().namespaceOf(governed).map(n -> n.label() + "/").orElse("");
        return "%sallow-%s-%s"
                .formatted(namespace, flow.id(), direction == Direction.IN ? "in" : "out");
    }

    private Match match(Direction direction) {
        Match ports = Match.any().on(traffic());
        return switch (direction) {
            case IN -> ports.from(peer(List.of(flow.from()), packet.source().asBlock()));
            case OUT ->
                    ports.to(
                            peer(
                                    List.copyOf(context.index().answering(flow.to())),
                                    packet.destination().asBlock()));
        };
    }

    private Expr<Traffic> traffic() {
        return packet.protocol()
                .transport()
                .flatMap(t -> packet.ports().map(p -> Expr.is(Traffic.to(t, p))))
                .orElse(Expr.is(new Traffic.IpProtocol(packet.protocol().number())));
    }

    /// The other end: pods of this cluster by their labels, everybody else by address.
    private Expr<Peer> peer(List<ElementId> ends, Cidr seen) {
        List<Expr<Peer>> pods = ends.stream().flatMap(id -> pods(id).stream()).toList();
        if (pods.size() == ends.size()) {
            return pods.size() == 1 ? pods.getFirst() : new Expr.AnyOf<>(pods);
        }
        List<Cidr> blocks =
                ends.stream()
                        .flatMap(id -> context.index().member(id).stream())
                        .map(member -> member.addresses())
                        .filter(all -> all.stream().anyMatch(block -> block.overlaps(seen)))
                        .flatMap(List::stream)
                        .toList();
        return Expr.is(new Peer.At(blocks.isEmpty() ? List.of(seen) : blocks));
    }

    private Optional<Expr<Peer>> pods(ElementId id) {
        DesignIndex index = context.index();
        return Stream.of(id)
                .filter(e -> index.clusterOf(e).filter(cluster::equals).isPresent())
                .filter(e -> !index.labels(e).isEmpty())
                .flatMap(e -> index.namespaceOf(e).stream())
                .map(namespace -> Pods.of(index, cluster, namespace, id))
                .findFirst();
    }
}
