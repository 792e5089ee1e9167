package io.portolan.model.rule.builtin.mesh;

import io.portolan.model.design.ElementId;
import io.portolan.model.design.Flow;
import io.portolan.model.design.Mesh;
import io.portolan.model.design.MeshProduct;
import io.portolan.model.design.Workload;
import io.portolan.model.design.WorkloadPort;
import io.portolan.model.net.Transport;
import io.portolan.model.policy.Direction;
import io.portolan.model.policy.Layer;
import io.portolan.model.policy.Rule;
import io.portolan.model.reach.Hop;
import io.portolan.model.reach.Outcome;
import io.portolan.model.reach.Verdict;
import io.portolan.model.rule.DesignRule;
import io.portolan.model.rule.Finding;
import io.portolan.model.rule.Hops;
import io.portolan.model.rule.PolicyTable;
import io.portolan.model.rule.PolicyTable.Ask;
import io.portolan.model.rule.PolicyTable.Entry;
import io.portolan.model.rule.RuleContext;
import io.portolan.model.rule.RuleInfo;
import io.portolan.model.rule.Severity;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

/// MSH-007: policies allow the port of the application, but between members of the mesh the wire
/// shows another one.
final class WirePortBlocked implements DesignRule {
    @Override
    public RuleInfo info() {
        return new RuleInfo("MSH-007", "Network policy blocks the mesh wire port", Severity.ERROR);
    }

    private record Case(Flow flow, ElementId to, int wire, int port) {}

    @Override
    public Stream<Finding> check(RuleContext context) {
        return context.index()
                .intended()
                .filter(flow -> context.index().verdict(flow) instanceof Verdict.Denied)
                .flatMap(flow -> cases(context, flow).findFirst().stream())
                .flatMap(found -> check(context, found).stream());
    }

    /// HBONE, Linkerd's inbound proxy, Consul's public listener; sidecars of Istio keep the port.
    private static OptionalInt wirePort(MeshProduct product) {
        return switch (product) {
            case ISTIO_SIDECAR -> OptionalInt.empty();
            case ISTIO_AMBIENT -> OptionalInt.of(15008);
            case LINKERD -> OptionalInt.of(4143);
            case CONSUL -> OptionalInt.of(20000);
        };
    }

    private static Stream<Case> cases(RuleContext context, Flow flow) {
        Optional<Mesh> mesh = context.index().meshOf(flow.from());
        OptionalInt wire = mesh.map(m -> wirePort(m.product())).orElse(OptionalInt.empty());
        return wire.isEmpty()
                ? Stream.empty()
                : context.index().answering(flow.to()).stream()
                        .filter(to -> context.index().meshOf(to).equals(mesh))
                        .flatMap(to ->
                                ports(context, flow, to)
                                        .map(p -> new Case(flow, to, wire.getAsInt(), p)));
    }

    /// The ports of the workload that the flow can be meant for: those it dials, or behind a
    /// service all that the workload has.
    private static Stream<Integer> ports(RuleContext context, Flow flow, ElementId to) {
        return context.design().find(to, Workload.class).stream()
                .flatMap(workload -> workload.ports().stream())
                .map(WorkloadPort::port)
                .filter(port ->
                        !to.equals(flow.to())
                                || flow.ports().filter(p -> !p.contains(port)).isEmpty());
    }

    private Optional<Finding> check(RuleContext context, Case found) {
        List<Hop> blocking =
                context.index().verdict(found.flow()).path().stream()
                        .filter(hop -> hop.outcome() == Outcome.DENY)
                        .toList();
        List<Rule> meant = meant(context, found);
        boolean onWire =
                blocking.stream().anyMatch(hop -> hop.seen().contains(":" + found.wire() + "/"));
        return onWire && !meant.isEmpty()
                ? Optional.of(finding(context, found, blocking, meant))
                : Optional.empty();
    }

    /// The rules that would let the port of the application in.
    private static List<Rule> meant(RuleContext context, Case found) {
        PolicyTable table = context.index().policies();
        OptionalInt from = table.members().find(found.flow().from().value());
        OptionalInt to = table.members().find(found.to().value());
        return from.isEmpty() || to.isEmpty()
                ? List.of()
                : table.governing(to.getAsInt(), Direction.IN)
                        .filter(entry -> entry.point().layer() == Layer.POD_POLICY)
                        .filter(Entry::isolates)
                        .flatMap(entry ->
                                table.allowing(
                                        entry,
                                        new Ask(
                                                to.getAsInt(),
                                                from.getAsInt(),
                                                Transport.TCP,
                                                found.port())))
                        .toList();
    }

    private Finding finding(RuleContext context, Case found, List<Hop> blocking, List<Rule> meant) {
        String message =
                "The policies let %s reach %s on port %d, but between members of the mesh the wire"
                                .formatted(found.flow().from(), found.to(), found.port())
                        + " shows port %d, which %s blocks. Allow port %d for the same peers."
                                .formatted(found.wire(), blocking.getFirst().owner(), found.wire());
        Finding finding =
                Finding.of(info(), message, found.to(), found.flow().from())
                        .withFlow(found.flow().id())
                        .withWitness("port " + found.wire())
                        .withEvidence(Hops.obstacles(context.index().verdict(found.flow())));
        return WirePortRepair.change(context.design(), meant, found.wire())
                .map(finding::withFix)
                .orElse(finding);
    }
}
