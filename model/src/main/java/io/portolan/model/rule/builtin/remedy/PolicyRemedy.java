package io.portolan.model.rule.builtin.remedy;

import io.portolan.model.change.Change;
import io.portolan.model.design.Cluster;
import io.portolan.model.design.Design;
import io.portolan.model.design.Element;
import io.portolan.model.design.ElementId;
import io.portolan.model.design.Flow;
import io.portolan.model.design.Namespace;
import io.portolan.model.net.Address;
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
import io.portolan.model.reach.Header;
import io.portolan.model.reach.Hop;
import io.portolan.model.rule.DesignIndex;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Adds a policy that lets a flow in or out of the pods of one cluster.
final class PolicyRemedy {
    private final DesignIndex index;
    private final Flow flow;
    private final Cluster cluster;
    private final Header packet;

    private PolicyRemedy(DesignIndex index, Flow flow, Cluster cluster, Header packet) {
        this.index = index;
        this.flow = flow;
        this.cluster = cluster;
        this.packet = packet;
    }

    static Optional<PolicyRemedy> of(DesignIndex index, Flow flow, Cluster cluster, Hop hop) {
        return hop.header().map(packet -> new PolicyRemedy(index, flow, cluster, packet));
    }

    /// At a point, in what a design has by now.
    Optional<Change> change(Design design, EnforcementPoint point) {
        return point.position() instanceof Position.AtEndpoint at
                ? policies(at.direction())
                        .flatMap(policies -> added(design, point, policies))
                        .map(plan -> new Change.Observe(label(), plan))
                : Optional.empty();
    }

    private String label() {
        return "allow %s in the policies of %s".formatted(flow.id(), cluster.id());
    }

    private static Optional<EnforcementPlan> added(
            Design design, EnforcementPoint where, List<Policy> policies) {
        return PolicyAdditions.add(
                design.observed(), point -> point.id().equals(where.id()), policies);
    }

    private Optional<List<Policy>> policies(Direction direction) {
        List<ElementId> governed =
                switch (direction) {
                    case IN -> destination();
                    case OUT -> source();
                };
        List<Policy> policies =
                governed.stream().flatMap(id -> policy(direction, id).stream()).toList();
        return policies.isEmpty() || policies.size() < governed.size()
                ? Optional.empty()
                : Optional.of(policies);
    }

    /// Pods without labels cannot be meant by a policy of their own.
    private Optional<Policy> policy(Direction direction, ElementId governed) {
        return pods(governed)
                .flatMap(subject ->
                        match(direction)
                                .map(match ->
                                        Pods.allowing(
                                                name(governed, direction),
                                                subject,
                                                match,
                                                new Origin.Flow(flow.id()))));
    }

    private String name(ElementId governed, Direction direction) {
        String namespace = index.namespaceOf(governed).map(n -> n.label() + "/").orElse("");
        return "%sallow-%s-%s"
                .formatted(namespace, flow.id(), direction == Direction.IN ? "in" : "out");
    }

    private Optional<Match> match(Direction direction) {
        Match ports = Match.any().on(traffic());
        return switch (direction) {
            case IN -> peer(source(), packet.source()).map(ports::from);
            case OUT -> peer(destination(), packet.destination()).map(ports::to);
        };
    }

    private Expr<Traffic> traffic() {
        return packet.protocol()
                .transport()
                .flatMap(t -> packet.ports().map(p -> Expr.is(Traffic.to(t, p))))
                .orElse(Expr.is(new Traffic.IpProtocol(packet.protocol().number())));
    }

    /// Who opens the connection at that place: a gateway opens one of its own.
    private List<ElementId> source() {
        return member(packet.source());
    }

    /// Who it leads to at that place; behind a service all of its pods are needed.
    private List<ElementId> destination() {
        List<ElementId> seen = member(packet.destination());
        List<ElementId> served =
                index.service(flow.to()).stream()
                        .flatMap(service -> index.backends(service).stream())
                        .map(Element::id)
                        .toList();
        return !seen.isEmpty() && served.containsAll(seen) ? served : seen;
    }

    private List<ElementId> member(Header.End end) {
        return end.member().flatMap(index::element).stream().toList();
    }

    /// The other end: pods of this cluster by their labels, everybody else by address.
    private Optional<Expr<Peer>> peer(List<ElementId> ends, Header.End end) {
        if (!ends.isEmpty() && ends.stream().allMatch(this::isOfCluster)) {
            List<Expr<Peer>> pods = ends.stream().flatMap(id -> pods(id).stream()).toList();
            return pods.size() == ends.size()
                    ? Optional.of(pods.size() == 1 ? pods.getFirst() : new Expr.AnyOf<>(pods))
                    : Optional.empty();
        }
        return Optional.of(end)
                .filter(FirewallRemedy::isWritable)
                .map(known -> Expr.is(new Peer.At(blocks(ends, known.addresses().first()))));
    }

    private List<Cidr> blocks(List<ElementId> ends, Address seen) {
        List<Cidr> blocks =
                OwnBlocks.around(seen, index, ends.stream()).flatMap(List::stream).toList();
        return blocks.isEmpty() ? List.of(seen.asBlock()) : blocks;
    }

    private Optional<Expr<Peer>> pods(ElementId id) {
        return Stream.of(id)
                .filter(this::isOfCluster)
                .filter(e -> !index.labels(e).isEmpty() && !othersHaveItsLabels(e))
                .flatMap(e -> index.namespaceOf(e).stream())
                .map(namespace -> Pods.of(index, cluster, namespace, id))
                .findFirst();
    }

    private boolean isOfCluster(ElementId id) {
        return index.clusterOf(id).filter(cluster::equals).isPresent();
    }

    /// Then a policy about its pods would be about those of others as well.
    private boolean othersHaveItsLabels(ElementId id) {
        return index.namespaceOf(id).map(Namespace::id).map(index::children).stream()
                .flatMap(List::stream)
                .map(Element::id)
                .filter(other -> !other.equals(id))
                .anyMatch(other ->
                        index.labels(other).entrySet().containsAll(index.labels(id).entrySet()));
    }
}
