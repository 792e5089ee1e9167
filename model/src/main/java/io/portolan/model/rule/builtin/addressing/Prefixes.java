package io.portolan.model.rule.builtin.addressing;

import io.portolan.model.design.CloudNetwork;
import io.portolan.model.design.Cluster;
import io.portolan.model.design.Design;
import io.portolan.model.design.Element;
import io.portolan.model.design.ElementId;
import io.portolan.model.design.Masquerade;
import io.portolan.model.design.Subnet;
import io.portolan.model.design.Vlan;
import io.portolan.model.net.Cidr;
import io.portolan.model.rule.builtin.addressing.Prefix.Use;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The blocks that a design uses, and which of them meet.
final class Prefixes {
    private final Design design;
    private final RoutingDomains domains;

    Prefixes(Design design) {
        this.design = design;
        domains = new RoutingDomains(design);
    }

    /// Two blocks that share addresses; the first is that of the element drawn first.
    record Pair(Prefix first, Prefix second) {
        /// The addresses that both have: blocks meet only if one contains the other.
        Cidr shared() {
            return first.range().contains(second.range()) ? second.range() : first.range();
        }
    }

    /// Every block that others route to. Pods count only where they keep their addresses on the way
    /// out; the addresses of services exist only inside their cluster.
    List<Prefix> routed() {
        return design.elements().values().stream().flatMap(this::of).toList();
    }

    private Stream<Prefix> of(Element element) {
        return switch (element) {
            case Vlan vlan ->
                    vlan.subnet().stream()
                            .map(range -> prefix(vlan, Use.SEGMENT, range, vlan.vrf()));
            case Subnet subnet ->
                    Stream.of(prefix(subnet, Use.SEGMENT, subnet.range(), subnet.vrf()));
            case CloudNetwork network -> prefixes(network, Use.NETWORK, network.ranges());
            case Cluster cluster -> of(cluster);
            default -> Stream.empty();
        };
    }

    private Stream<Prefix> of(Cluster cluster) {
        return Stream.concat(
                prefixes(cluster, Use.NODES, cluster.nodeRanges()),
                cluster.masquerade() == Masquerade.NEVER ? pods(cluster) : Stream.empty());
    }

    Stream<Prefix> pods(Cluster cluster) {
        return prefixes(cluster, Use.PODS, cluster.podRanges());
    }

    Stream<Prefix> prefixes(Element owner, Use use, List<Cidr> ranges) {
        return ranges.stream().map(range -> prefix(owner, use, range, Optional.empty()));
    }

    private Prefix prefix(Element owner, Use use, Cidr range, Optional<String> vrf) {
        return new Prefix(owner.id(), use, range, domains.of(owner.id(), vrf));
    }

    /// The blocks of each domain that share addresses, in the order of the list.
    static List<Pair> meeting(List<Prefix> prefixes) {
        return prefixes.stream()
                .collect(Collectors.groupingBy(Prefix::domain, TreeMap::new, Collectors.toList()))
                .values()
                .stream()
                .flatMap(domain -> within(domain).stream())
                .toList();
    }

    /// Blocks either nest or are apart: in order of their first address, those around the current
    /// one are on a stack.
    private static List<Pair> within(List<Prefix> domain) {
        List<Pair> found = new ArrayList<>();
        List<Prefix> around = new ArrayList<>();
        for (Prefix next : domain.stream().sorted(Comparator.comparing(Prefix::range)).toList()) {
            while (!around.isEmpty() && !around.getLast().range().contains(next.range())) {
                around.removeLast();
            }
            around.forEach(outer -> found.add(pair(domain, outer, next)));
            around.add(next);
        }
        return found;
    }

    private static Pair pair(List<Prefix> order, Prefix a, Prefix b) {
        return order.indexOf(a) <= order.indexOf(b) ? new Pair(a, b) : new Pair(b, a);
    }

    /// True if one element is drawn inside of the other: then its block is a part, not a rival.
    boolean nested(ElementId a, ElementId b) {
        return around(a, b) || around(b, a);
    }

    private boolean around(ElementId outer, ElementId inner) {
        return design.ancestors(inner).stream().anyMatch(e -> e.id().equals(outer));
    }
}
