package io.portolan.model.rule.builtin.mesh;

import io.portolan.model.change.Change;
import io.portolan.model.design.ElementId;
import io.portolan.model.design.Flow;
import io.portolan.model.design.Gateway;
import io.portolan.model.design.Mesh;
import io.portolan.model.design.MtlsMode;
import io.portolan.model.design.Workload;
import io.portolan.model.reach.Verdict;
import io.portolan.model.rule.DesignRule;
import io.portolan.model.rule.Finding;
import io.portolan.model.rule.Hops;
import io.portolan.model.rule.RuleContext;
import io.portolan.model.rule.RuleInfo;
import io.portolan.model.rule.Severity;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// MSH-001: a member of a strict mesh has a client that has no proxy.
final class StrictWithoutClientProxy implements DesignRule {
    @Override
    public RuleInfo info() {
        return new RuleInfo("MSH-001", "STRICT destination, client cannot do mTLS", Severity.ERROR);
    }

    @Override
    public Stream<Finding> check(RuleContext context) {
        return context.index().intended().flatMap(flow -> check(context, flow).stream());
    }

    /// Behind a gateway the gateway is the client; its own flow is judged where it is drawn. What
    /// works all the same has an exception for its port.
    private Optional<Finding> check(RuleContext context, Flow flow) {
        if (context.design().find(flow.to(), Gateway.class).isPresent()
                || context.index().verdict(flow) instanceof Verdict.Allowed) {
            return Optional.empty();
        }
        Optional<Mesh> own = context.index().meshOf(flow.from());
        return context.index().answering(flow.to()).stream()
                .flatMap(id -> context.index().meshOf(id).stream())
                .filter(mesh -> mesh.mtls() == MtlsMode.STRICT)
                .filter(mesh -> own.filter(mesh::equals).isEmpty())
                .findFirst()
                .map(mesh -> finding(context, flow, mesh));
    }

    private Finding finding(RuleContext context, Flow flow, Mesh mesh) {
        String message =
                "The flow %s goes from %s, which has no proxy of mesh %s, to %s, which takes mutual"
                                .formatted(flow.id(), flow.from(), mesh.id(), flow.to())
                        + " TLS only (STRICT), so it is refused. Bring the client into the mesh,"
                        + " or let it pass a gateway of the mesh.";
        Finding finding =
                Finding.of(info(), message, flow.to(), flow.from(), mesh.id())
                        .withFlow(flow.id())
                        .withEvidence(Hops.obstacles(context.index().verdict(flow)));
        return enrolment(context, flow.from(), mesh).map(finding::withFix).orElse(finding);
    }

    /// Pods can be given a proxy, unless they live in the network of their node or have another's.
    private static Optional<Change> enrolment(RuleContext context, ElementId client, Mesh mesh) {
        return context.design()
                .find(client, Workload.class)
                .filter(workload -> !workload.hostNetwork())
                .filter(workload -> context.index().meshOf(workload.id()).isEmpty())
                .map(workload ->
                        new Change.Put(
                                "bring %s into mesh %s".formatted(client, mesh.id()),
                                mesh.withMembers(with(mesh.members(), client))));
    }

    private static List<ElementId> with(List<ElementId> members, ElementId added) {
        List<ElementId> all = new ArrayList<>(members);
        all.add(added);
        return all;
    }
}
