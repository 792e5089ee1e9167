package io.portolan.model.rule.builtin.segmentation;

import io.portolan.model.design.Cluster;
import io.portolan.model.design.Element;
import io.portolan.model.design.ElementId;
import io.portolan.model.design.ExternalApi;
import io.portolan.model.design.Flow;
import io.portolan.model.design.Gateway;
import io.portolan.model.design.Namespace;
import io.portolan.model.design.Service;
import io.portolan.model.design.Workload;
import io.portolan.model.net.Transport;
import io.portolan.model.policy.Direction;
import io.portolan.model.policy.Layer;
import io.portolan.model.policy.PolicyMode;
import io.portolan.model.rule.DesignRule;
import io.portolan.model.rule.Finding;
import io.portolan.model.rule.Finding.Evidence;
import io.portolan.model.rule.Hops;
import io.portolan.model.rule.Names;
import io.portolan.model.rule.PolicyTable;
import io.portolan.model.rule.PolicyTable.Ask;
import io.portolan.model.rule.PolicyTable.Entry;
import io.portolan.model.rule.RuleContext;
import io.portolan.model.rule.RuleInfo;
import io.portolan.model.rule.Severity;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// SEG-019: workloads that dial by name, but may not ask what the name stands for.
final class DnsNotAllowed implements DesignRule {
    private static final int DNS = 53;

    @Override
    public RuleInfo info() {
        return new RuleInfo("SEG-019", "DNS not allowed under egress default deny", Severity.ERROR);
    }

    private record Place(Cluster cluster, Namespace namespace, List<Transport> missing) {}

    @Override
    public Stream<Finding> check(RuleContext context) {
        return context
                .index()
                .intended()
                .filter(flow -> isNamed(context, flow))
                .map(Flow::from)
                .distinct()
                .filter(from -> context.design().find(from, Workload.class).isPresent())
                .collect(
                        Collectors.groupingBy(
                                from -> place(context, from),
                                LinkedHashMap::new,
                                Collectors.toList()))
                .entrySet()
                .stream()
                .flatMap(e ->
                        e.getKey().stream().map(place -> finding(context, place, e.getValue())));
    }

    /// Services and gateways are dialled by name, others if they have one.
    private static boolean isNamed(RuleContext context, Flow flow) {
        Optional<Element> to = context.design().find(flow.to());
        return flow.host().isPresent()
                || flow.serverName().isPresent()
                || to.filter(e -> e instanceof Service || e instanceof Gateway).isPresent()
                || to.filter(e -> e instanceof ExternalApi api && !api.names().isEmpty())
                        .isPresent()
                || context.index().member(flow.to()).filter(m -> !m.names().isEmpty()).isPresent();
    }

    private static Optional<Place> place(RuleContext context, ElementId workload) {
        List<Transport> missing =
                Stream.of(Transport.UDP, Transport.TCP)
                        .filter(t -> isShut(context, workload, t))
                        .toList();
        return missing.isEmpty()
                ? Optional.empty()
                : context.index()
                        .clusterOf(workload)
                        .flatMap(c ->
                                context.index()
                                        .namespaceOf(workload)
                                        .map(ns -> new Place(c, ns, missing)));
    }

    /// Closed for what goes out, and no policy opens the port towards the resolver (towards
    /// anybody, where the resolver is not drawn).
    private static boolean isShut(RuleContext context, ElementId workload, Transport transport) {
        PolicyTable table = context.index().policies();
        OptionalInt self = table.members().find(workload.value());
        if (self.isEmpty()) {
            return false;
        }
        List<Entry> entries =
                table.governing(self.getAsInt(), Direction.OUT)
                        .filter(e -> e.point().layer() == Layer.POD_POLICY)
                        .filter(e -> e.isolates() || e.policy().mode() == PolicyMode.OPEN)
                        .toList();
        List<ElementId> resolvers = resolvers(context, workload);
        return entries.stream().anyMatch(Entry::isolates)
                && entries.stream()
                        .noneMatch(e -> opens(table, e, self.getAsInt(), resolvers, transport));
    }

    private static boolean opens(
            PolicyTable table,
            Entry entry,
            int self,
            List<ElementId> resolvers,
            Transport transport) {
        return resolvers.isEmpty()
                ? PolicyTable.mayAllow(entry, transport, DNS)
                : resolvers.stream()
                        .flatMapToInt(id -> table.members().find(id.value()).stream())
                        .anyMatch(peer ->
                                table.allowing(entry, new Ask(self, peer, transport, DNS))
                                        .findAny()
                                        .isPresent());
    }

    private static List<ElementId> resolvers(RuleContext context, ElementId workload) {
        Optional<Cluster> cluster = context.index().clusterOf(workload);
        return context.design()
                .all(Workload.class)
                .map(Workload::id)
                .filter(context.index()::isResolver)
                .filter(id -> context.index().clusterOf(id).equals(cluster))
                .toList();
    }

    private Finding finding(RuleContext context, Place place, List<ElementId> workloads) {
        String ports =
                place.missing().stream().map(t -> t + " 53").collect(Collectors.joining(", "));
        String message =
                "In namespace %s the egress policies let %s dial by name but not ask DNS (%s), so"
                                .formatted(place.namespace().id(), Names.some(workloads), ports)
                        + " every such connection fails. Allow these ports to the cluster's DNS.";
        Finding finding =
                Finding.of(info(), message, place.namespace().id())
                        .withWitness(ports)
                        .withEvidence(evidence(context, workloads));
        return DnsRepair.change(context, place.cluster(), place.namespace(), workloads)
                .map(finding::withFix)
                .orElse(finding);
    }

    /// Drawn flows to the resolver that fail for this.
    private static List<Evidence> evidence(RuleContext context, List<ElementId> workloads) {
        return context.index()
                .intended()
                .filter(flow -> workloads.contains(flow.from()))
                .filter(flow -> flow.ports().filter(p -> p.contains(DNS)).isPresent())
                .flatMap(flow -> Hops.obstacles(context.index().verdict(flow)).stream())
                .distinct()
                .toList();
    }
}
