package io.portolan.model.rule.builtin.flow;

import io.portolan.model.design.Cluster;
import io.portolan.model.design.Cni;
import io.portolan.model.design.Design;
import io.portolan.model.design.Element;
import io.portolan.model.design.ElementId;
import io.portolan.model.design.Encapsulation;
import io.portolan.model.design.Flow;
import io.portolan.model.design.Mesh;
import io.portolan.model.design.MtlsMode;
import io.portolan.model.design.Zone;
import io.portolan.model.rule.DesignRule;
import io.portolan.model.rule.Finding;
import io.portolan.model.rule.RuleContext;
import io.portolan.model.rule.RuleInfo;
import io.portolan.model.rule.Severity;

import java.util.Collection;
import java.util.Optional;
import java.util.stream.Stream;

/// FLW-009: a protocol without encryption crosses from one zone to another.
final class InsecureProtocol implements DesignRule {
    @Override
    public RuleInfo info() {
        return new RuleInfo("FLW-009", "Insecure protocol", Severity.WARNING);
    }

    @Override
    public Stream<Finding> check(RuleContext context) {
        return context.index()
                .intended()
                .filter(flow -> crosses(context.design(), flow))
                .filter(flow -> !isEncrypted(context, flow))
                .flatMap(flow ->
                        ClearText.of(context.design(), flow).stream()
                                .map(protocol -> finding(flow, protocol)));
    }

    /// Trust zones where both ends have one; else the cluster, segment or place that each is in.
    private static boolean crosses(Design design, Flow flow) {
        Optional<String> from = design.trustZoneOf(flow.from());
        Optional<String> to = design.trustZoneOf(flow.to());
        return (from.isPresent() && to.isPresent())
                ? !from.equals(to)
                : !place(design, flow.from()).equals(place(design, flow.to()));
    }

    private static Optional<ElementId> place(Design design, ElementId id) {
        Optional<ElementId> cluster = design.enclosing(id, Cluster.class).map(Cluster::id);
        return cluster.or(() ->
                design.ancestors(id).stream()
                        .filter(Zone.class::isInstance)
                        .map(Element::id)
                        .findFirst());
    }

    private static boolean isEncrypted(RuleContext context, Flow flow) {
        return inOneMesh(context, flow) || inOneTunnel(context, flow);
    }

    private static boolean inOneMesh(RuleContext context, Flow flow) {
        Optional<Mesh> mesh =
                context.index().meshOf(flow.from()).filter(m -> m.mtls() != MtlsMode.DISABLE);
        Collection<ElementId> ends = context.index().answering(flow.to());
        return mesh.isPresent()
                && !ends.isEmpty()
                && ends.stream().allMatch(end -> context.index().meshOf(end).equals(mesh));
    }

    private static boolean inOneTunnel(RuleContext context, Flow flow) {
        Optional<Cluster> cluster =
                context.index()
                        .clusterOf(flow.from())
                        .filter(c ->
                                c.cni()
                                        .map(Cni::encapsulation)
                                        .filter(Encapsulation.WIREGUARD::equals)
                                        .isPresent());
        return cluster.isPresent() && context.index().clusterOf(flow.to()).equals(cluster);
    }

    private Finding finding(Flow flow, String protocol) {
        String message =
                "The flow %s speaks %s from %s to %s across a zone border, and nothing on the way"
                                .formatted(flow.id(), protocol, flow.from(), flow.to())
                        + " encrypts it. Use the protocol over TLS, a mesh or a tunnel.";
        return Finding.of(info(), message, flow.from(), flow.to())
                .withFlow(flow.id())
                .withWitness(protocol);
    }
}
