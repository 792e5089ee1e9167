package io.portolan.model.rule;

import io.portolan.model.design.Design;
import io.portolan.model.design.ElementId;
import io.portolan.model.net.PortSet;
import io.portolan.model.policy.Direction;
import io.portolan.model.policy.Estate.Member;
import io.portolan.model.policy.PeerKind;
import io.portolan.model.reach.Relation;
import io.portolan.model.reach.Relation.End;
import io.portolan.model.reach.TrafficSet;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What is possible and no flow asks for. Only pairs are made whose server is closed, or stands in
/// an environment: of the boxes of the relation most hold none.
public final class Excess {
    private final Map<String, Node> nodes = new HashMap<>();
    private final IntendedTraffic intended;
    private final Map<Environments, Crossing> crossings = new HashMap<>();

    /// A member with what the walk asks of it for every pair, and what it found.
    private record Node(
            Member member,
            Optional<String> environment,
            boolean closed,
            boolean dns,
            ExcessTraffic excess) {}

    private record Environments(String from, String to) {
        String text() {
            return from + "->" + to;
        }
    }

    /// A workload that some policy closes, and who can connect to it all the same; `traffic` is
    /// what any of them can open.
    public record Opening(ElementId to, List<String> from, TrafficSet traffic) {}

    /// Two environments, how many pairs of members can connect from one to the other though no flow
    /// says so, and the first such pair.
    public record Crossing(String from, String to, int pairs, String example) {
        private Crossing and(Crossing other) {
            String first = example.compareTo(other.example) <= 0 ? example : other.example;
            return new Crossing(from, to, pairs + other.pairs, first);
        }
    }

    Excess(Design design, DesignIndex index, Relation relation) {
        intended = new IntendedTraffic(design, index);
        BitSet closed = index.policies().isolated(Direction.IN);
        index.members().values().forEach(m -> nodes.put(m.name(), node(design, index, m, closed)));
        relation.forEachBox(this::see);
    }

    /// Members that are open beyond the flows, by id.
    public List<Opening> openings() {
        return nodes.values().stream()
                .filter(node -> !node.excess().isEmpty())
                .map(Excess::opening)
                .sorted(Comparator.comparing(opening -> opening.to().value()))
                .toList();
    }

    private static Opening opening(Node node) {
        return new Opening(
                ElementId.parse(node.member().name()),
                node.excess().from(),
                node.excess().traffic());
    }

    /// Pairs of environments with connections that no flow asks for, by name.
    public List<Crossing> crossings() {
        return crossings.entrySet().stream()
                .sorted(Comparator.comparing(e -> e.getKey().text()))
                .map(Map.Entry::getValue)
                .toList();
    }

    /// What starts on a node, or outside of everything drawn, is not a member of an environment.
    private static boolean isManaged(Member member) {
        return switch (member.kind()) {
            case POD, MACHINE -> true;
            case HOST_POD, NODE, EXTERNAL -> false;
        };
    }

    private static Node node(Design design, DesignIndex index, Member member, BitSet closed) {
        ElementId id = ElementId.parse(member.name());
        boolean isClosed =
                index.policies().members().find(member.name()).stream().anyMatch(closed::get);
        return new Node(
                member,
                isManaged(member) ? design.environmentOf(id) : Optional.empty(),
                isClosed && member.kind() == PeerKind.POD,
                index.isResolver(id),
                new ExcessTraffic());
    }

    private void see(Relation.Box box) {
        List<Node> servers = new ArrayList<>();
        box.to()
                .forEach(end -> {
                    if (end instanceof End.Member(String name)) {
                        Node node = nodes.get(name);
                        if (node != null && (node.closed() || node.environment().isPresent())) {
                            servers.add(node);
                        }
                    }
                });
        if (!servers.isEmpty()) {
            box.from().forEach(from -> servers.forEach(to -> see(from, to, box.traffic())));
        }
    }

    private void see(End from, Node to, TrafficSet traffic) {
        switch (from) {
            case End.Outside range -> {
                if (to.closed()) {
                    exceed(range, to, traffic);
                }
            }
            case End.Member(String name) -> {
                Node source = nodes.get(name);
                if (source != null
                        && !name.equals(to.member().name())
                        && !isOnNode(source.member())) {
                    see(source, to, traffic);
                }
            }
        }
    }

    /// A pod cannot refuse its own node.
    private static boolean isOnNode(Member member) {
        return member.kind() == PeerKind.NODE || member.kind() == PeerKind.HOST_POD;
    }

    private void see(Node from, Node to, TrafficSet traffic) {
        boolean crosses =
                from.environment().isPresent()
                        && to.environment().isPresent()
                        && !from.environment().equals(to.environment());
        if (to.closed() || crosses) {
            String source = from.member().name();
            TrafficSet more = minus(traffic, intended.between(source, to.member().name()));
            if (!more.isEmpty() && to.closed()) {
                exceed(new End.Member(source), to, more);
            }
            if (!more.isEmpty() && crosses) {
                cross(from, to);
            }
        }
    }

    private static void exceed(End from, Node to, TrafficSet traffic) {
        TrafficSet counted = to.dns() ? withoutDns(traffic) : traffic;
        if (!counted.isEmpty()) {
            to.excess().add(from, counted);
        }
    }

    private void cross(Node from, Node to) {
        Environments both =
                new Environments(from.environment().orElseThrow(), to.environment().orElseThrow());
        String example = from.member().name() + " to " + to.member().name();
        crossings.merge(
                both,
                new Crossing(both.from(), both.to(), 1, example),
                (known, one) -> known.and(one));
    }

    private static TrafficSet withoutDns(TrafficSet traffic) {
        PortSet dns = PortSet.of(53);
        return new TrafficSet(
                traffic.tcp().minus(dns),
                traffic.udp().minus(dns),
                traffic.sctp(),
                traffic.others());
    }

    private static TrafficSet minus(TrafficSet all, TrafficSet some) {
        if (some.isEmpty()) {
            return all;
        }
        return new TrafficSet(
                all.tcp().minus(some.tcp()),
                all.udp().minus(some.udp()),
                all.sctp().minus(some.sctp()),
                all.others() && !some.others());
    }
}
