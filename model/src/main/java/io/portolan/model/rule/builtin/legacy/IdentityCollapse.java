package io.portolan.model.rule.builtin.legacy;

import io.portolan.model.design.Cluster;
import io.portolan.model.design.ElementId;
import io.portolan.model.design.Flow;
import io.portolan.model.design.Masquerade;
import io.portolan.model.design.Workload;
import io.portolan.model.net.PortSet;
import io.portolan.model.net.Transport;
import io.portolan.model.policy.EnforcementPoint;
import io.portolan.model.policy.Layer;
import io.portolan.model.reach.Hop;
import io.portolan.model.reach.Outcome;
import io.portolan.model.reach.Relation;
import io.portolan.model.reach.Verdict;
import io.portolan.model.rule.DesignRule;
import io.portolan.model.rule.Finding;
import io.portolan.model.rule.Hops;
import io.portolan.model.rule.Names;
import io.portolan.model.rule.RuleContext;
import io.portolan.model.rule.RuleInfo;
import io.portolan.model.rule.Severity;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// LEG-005: behind the address of their nodes one workload is let through a firewall, and so are
/// the others that share it.
final class IdentityCollapse implements DesignRule {
    @Override
    public RuleInfo info() {
        return new RuleInfo("LEG-005", "Identity collapse behind NAT", Severity.ERROR);
    }

    private record Door(Cluster cluster, ElementId target, Transport transport, PortSet ports) {}

    @Override
    public Stream<Finding> check(RuleContext context) {
        return context
                .index()
                .intended()
                .flatMap(flow -> door(context, flow).stream().map(d -> new Use(d, flow)))
                .collect(
                        Collectors.groupingBy(
                                Use::door,
                                LinkedHashMap::new,
                                Collectors.mapping(Use::flow, Collectors.toList())))
                .entrySet()
                .stream()
                .flatMap(e -> check(context, e.getKey(), e.getValue()).stream());
    }

    private record Use(Door door, Flow flow) {}

    /// Out of a cluster that hides its pods behind its nodes, through a device that allows it.
    private static Optional<Door> door(RuleContext context, Flow flow) {
        Optional<Cluster> cluster =
                context.index()
                        .clusterOf(flow.from())
                        .filter(c -> c.masquerade() == Masquerade.OUTSIDE_CLUSTER);
        boolean leaves =
                cluster.isPresent()
                        && !context.index().clusterOf(flow.to()).equals(cluster)
                        && flow.ports().isPresent()
                        && passed(context, flow).isPresent();
        return leaves
                ? flow.protocol()
                        .transport()
                        .map(t -> new Door(cluster.get(), flow.to(), t, flow.ports().get()))
                : Optional.empty();
    }

    /// The first device on the way that lets the flow pass.
    private static Optional<Hop> passed(RuleContext context, Flow flow) {
        return context.index().verdict(flow) instanceof Verdict.Allowed allowed
                ? allowed.path().stream()
                        .filter(hop -> hop.outcome() == Outcome.ALLOW)
                        .filter(hop -> isDevice(context, hop))
                        .findFirst()
                : Optional.empty();
    }

    private static boolean isDevice(RuleContext context, Hop hop) {
        return context.plan().points().stream()
                .filter(point -> point.id().equals(hop.point()))
                .map(EnforcementPoint::layer)
                .anyMatch(layer -> layer == Layer.DEVICE || layer == Layer.CLOUD);
    }

    private Optional<Finding> check(RuleContext context, Door door, List<Flow> flows) {
        List<ElementId> others = others(context, door);
        return others.isEmpty()
                ? Optional.empty()
                : Optional.of(finding(context, door, flows, others));
    }

    /// Other workloads of the cluster that get through without a flow of their own.
    private static List<ElementId> others(RuleContext context, Door door) {
        Relation relation = context.reachability().relation();
        Set<ElementId> meant =
                context.index()
                        .intended()
                        .filter(flow -> flow.to().equals(door.target()))
                        .map(Flow::from)
                        .collect(Collectors.toSet());
        return context.design()
                .all(Workload.class)
                .map(Workload::id)
                .filter(id -> !meant.contains(id))
                .filter(id ->
                        context.index().clusterOf(id).filter(door.cluster()::equals).isPresent())
                .filter(id -> reaches(relation, id, door))
                .toList();
    }

    private static boolean reaches(Relation relation, ElementId from, Door door) {
        return !relation.allowed(from.value(), door.target().value())
                .ports(door.transport())
                .intersection(door.ports())
                .isEmpty();
    }

    private Finding finding(
            RuleContext context, Door door, List<Flow> flows, List<ElementId> others) {
        Hop device = passed(context, flows.getFirst()).orElseThrow();
        String message =
                "%s lets %s reach %s on %s, but pods leave %s with the address of their node, so %s"
                                .formatted(
                                        device.owner(),
                                        Names.some(
                                                flows.stream().map(Flow::from).distinct().toList()),
                                        door.target(),
                                        door.ports(),
                                        door.cluster().id(),
                                        Names.some(others))
                        + " can too. Give them separate egress addresses, or close the egress of"
                        + " the others before the translation.";
        return Finding.of(info(), message, door.target(), door.cluster().id())
                .withFlow(flows.getFirst().id())
                .withWitness(door.transport() + " " + door.ports())
                .withEvidence(List.of(Hops.evidence(device)));
    }
}
