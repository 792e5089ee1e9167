package io.portolan.model.rule.builtin.segmentation;

import io.portolan.model.design.ElementId;
import io.portolan.model.design.Flow;
import io.portolan.model.net.PortSet;
import io.portolan.model.net.Transport;
import io.portolan.model.policy.Direction;
import io.portolan.model.reach.Relation;
import io.portolan.model.rule.DesignRule;
import io.portolan.model.rule.Finding;
import io.portolan.model.rule.RuleContext;
import io.portolan.model.rule.RuleInfo;
import io.portolan.model.rule.Severity;

import java.util.BitSet;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

/// SEG-005: a pair for which some ports are intended, and all are open.
final class AllPortsOpen implements DesignRule {
    @Override
    public RuleInfo info() {
        return new RuleInfo("SEG-005", "All ports open between peers", Severity.WARNING);
    }

    @Override
    public Stream<Finding> check(RuleContext context) {
        BitSet closed = context.index().policies().isolated(Direction.IN);
        return context.index()
                .intended()
                .filter(flow ->
                        flow.ports().filter(ports -> !ports.equals(PortSet.ALL)).isPresent())
                .flatMap(flow -> check(context, flow, closed));
    }

    /// Workloads that no policy closes at all are SEG-001's.
    private Stream<Finding> check(RuleContext context, Flow flow, BitSet closed) {
        Optional<Transport> transport = flow.protocol().transport();
        return transport.stream()
                .flatMap(t ->
                        context.index().answering(flow.to()).stream()
                                .filter(to -> isClosed(context, to, closed))
                                .filter(to -> isWideOpen(context, flow.from(), to, t))
                                .map(to -> finding(flow, to, t)));
    }

    private static boolean isClosed(RuleContext context, ElementId id, BitSet closed) {
        OptionalInt number = context.index().policies().members().find(id.value());
        return number.isPresent() && closed.get(number.getAsInt());
    }

    private static boolean isWideOpen(
            RuleContext context, ElementId from, ElementId to, Transport transport) {
        Relation relation = context.reachability().relation();
        PortSet open = relation.allowed(from.value(), to.value()).ports(transport);
        return PortSet.range(1, 65535).minus(open).isEmpty();
    }

    private Finding finding(Flow flow, ElementId to, Transport transport) {
        String message =
                "From %s to %s every %s port is open, but the flow %s needs only %s. Narrow the"
                                .formatted(
                                        flow.from(),
                                        to,
                                        transport,
                                        flow.id(),
                                        flow.ports().orElseThrow())
                        + " rule that allows it to these ports.";
        return Finding.of(info(), message, flow.from(), to)
                .withFlow(flow.id())
                .withWitness(transport.name());
    }
}
