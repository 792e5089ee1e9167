package io.portolan.model.rule.builtin.addressing;

import io.portolan.model.design.Cluster;
import io.portolan.model.design.Element;
import io.portolan.model.design.Flow;
import io.portolan.model.design.Masquerade;
import io.portolan.model.design.Subnet;
import io.portolan.model.design.Vlan;
import io.portolan.model.net.Cidr;
import io.portolan.model.rule.DesignRule;
import io.portolan.model.rule.Finding;
import io.portolan.model.rule.RuleContext;
import io.portolan.model.rule.RuleInfo;
import io.portolan.model.rule.Severity;
import io.portolan.model.rule.builtin.addressing.Prefix.Use;
import io.portolan.model.rule.builtin.addressing.Prefixes.Pair;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// IPM-002: the ranges of a cluster overlap each other, or a segment that its pods must reach.
final class ClusterRangesNotDisjoint implements DesignRule {
    @Override
    public RuleInfo info() {
        return new RuleInfo("IPM-002", "Pod, Service and node ranges not disjoint", Severity.ERROR);
    }

    @Override
    public Stream<Finding> check(RuleContext context) {
        Prefixes prefixes = new Prefixes(context.design());
        return Stream.concat(
                context.design().all(Cluster.class).flatMap(c -> inside(context, prefixes, c)),
                context.index().intended().flatMap(flow -> hidden(context, prefixes, flow)));
    }

    private Stream<Finding> inside(RuleContext context, Prefixes prefixes, Cluster cluster) {
        List<Prefix> own =
                Stream.of(
                                prefixes.pods(cluster),
                                prefixes.prefixes(cluster, Use.SERVICES, cluster.serviceRanges()),
                                prefixes.prefixes(cluster, Use.NODES, cluster.nodeRanges()))
                        .flatMap(s -> s)
                        .toList();
        return Prefixes.meeting(own).stream()
                .filter(pair -> pair.first().use() != pair.second().use())
                .map(pair -> clash(context, pair));
    }

    private Finding clash(RuleContext context, Pair pair) {
        String message =
                "In cluster %s %s and %s share the addresses %s, so nodes send packets for one to"
                                .formatted(
                                        pair.first().owner(),
                                        pair.first(),
                                        pair.second(),
                                        pair.shared())
                        + " the other. Give the cluster disjoint ranges.";
        Finding finding =
                Finding.of(info(), message, pair.first().owner())
                        .withWitness(pair.first().use() + " " + pair.second().use());
        return Renumbering.offered(finding, context.design(), pair.first());
    }

    /// The segment of the far end, where the cluster takes its addresses for its own. Pods that
    /// keep their addresses on the way out are compared by IPM-001.
    private Stream<Finding> hidden(RuleContext context, Prefixes prefixes, Flow flow) {
        Optional<Cluster> cluster = context.index().clusterOf(flow.from());
        Optional<Element> segment = segment(context, flow);
        if (cluster.isEmpty() || segment.isEmpty()) {
            return Stream.empty();
        }
        return local(prefixes, cluster.get())
                .filter(own -> range(segment.get()).filter(own.range()::overlaps).isPresent())
                .map(own -> shadow(own, segment.get(), flow));
    }

    private static Stream<Prefix> local(Prefixes prefixes, Cluster cluster) {
        Stream<Prefix> services = prefixes.prefixes(cluster, Use.SERVICES, cluster.serviceRanges());
        return cluster.masquerade() == Masquerade.NEVER
                ? services
                : Stream.concat(prefixes.pods(cluster), services);
    }

    private static Optional<Element> segment(RuleContext context, Flow flow) {
        return context.design().ancestors(flow.to()).stream()
                .filter(e -> range(e).isPresent())
                .findFirst();
    }

    private static Optional<Cidr> range(Element element) {
        return switch (element) {
            case Vlan vlan -> vlan.subnet();
            case Subnet subnet -> Optional.of(subnet.range());
            default -> Optional.empty();
        };
    }

    private Finding shadow(Prefix own, Element segment, Flow flow) {
        String message =
                "The flow %s must reach %s in %s (%s), but %s contains addresses of it, so the"
                                .formatted(
                                        flow.id(),
                                        flow.to(),
                                        segment.id(),
                                        range(segment).orElseThrow(),
                                        own)
                        + " packets never leave the cluster. Renumber one of them.";
        return Finding.of(info(), message, own.owner(), segment.id())
                .withFlow(flow.id())
                .withWitness(own.use().name());
    }
}
