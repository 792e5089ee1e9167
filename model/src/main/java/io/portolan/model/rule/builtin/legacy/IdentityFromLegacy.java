package io.portolan.model.rule.builtin.legacy;

import io.portolan.model.design.Appliance;
import io.portolan.model.design.Client;
import io.portolan.model.design.Database;
import io.portolan.model.design.Element;
import io.portolan.model.design.ExternalApi;
import io.portolan.model.design.Flow;
import io.portolan.model.design.Internet;
import io.portolan.model.design.Mainframe;
import io.portolan.model.design.Mesh;
import io.portolan.model.design.MtlsMode;
import io.portolan.model.design.VirtualMachine;
import io.portolan.model.policy.EnforcementPoint;
import io.portolan.model.policy.Layer;
import io.portolan.model.reach.Verdict;
import io.portolan.model.rule.DesignRule;
import io.portolan.model.rule.Finding;
import io.portolan.model.rule.Hops;
import io.portolan.model.rule.RuleContext;
import io.portolan.model.rule.RuleInfo;
import io.portolan.model.rule.Severity;

import java.util.Optional;
import java.util.stream.Stream;

/// LEG-001: a system that cannot be in a mesh shall prove an identity of the mesh.
final class IdentityFromLegacy implements DesignRule {
    @Override
    public RuleInfo info() {
        return new RuleInfo(
                "LEG-001", "Mesh identity required from a non-mesh endpoint", Severity.ERROR);
    }

    @Override
    public Stream<Finding> check(RuleContext context) {
        return context.index()
                .intended()
                .filter(flow ->
                        context.design().find(flow.from()).filter(e -> isLegacy(e)).isPresent())
                .flatMap(flow -> check(context, flow).stream());
    }

    private static boolean isLegacy(Element element) {
        return switch (element) {
            case Database _,
                    Mainframe _,
                    Appliance _,
                    VirtualMachine _,
                    ExternalApi _,
                    Internet _,
                    Client _ ->
                    true;
            default -> false;
        };
    }

    /// The flow says so itself, or the policies of the mesh do by refusing it. That a strict mesh
    /// refuses plaintext is MSH-001's.
    private Optional<Finding> check(RuleContext context, Flow flow) {
        Optional<Mesh> mesh =
                context.index().answering(flow.to()).stream()
                        .flatMap(id -> context.index().meshOf(id).stream())
                        .findFirst();
        if (mesh.isEmpty()) {
            return Optional.empty();
        }
        if (flow.identity().isPresent()) {
            return Optional.of(
                    finding(
                            context,
                            flow,
                            "the flow requires the identity (%s)"
                                    .formatted(flow.identity().get())));
        }
        return mesh.get().mtls() != MtlsMode.STRICT && refused(context, flow)
                ? Optional.of(
                        finding(
                                context,
                                flow,
                                "the policies of mesh %s require one".formatted(mesh.get().id())))
                : Optional.empty();
    }

    private static boolean refused(RuleContext context, Flow flow) {
        return context.index().verdict(flow) instanceof Verdict.Denied denied
                && context.plan().points().stream()
                        .filter(point -> point.id().equals(denied.by().point()))
                        .map(EnforcementPoint::layer)
                        .anyMatch(Layer.MESH::equals);
    }

    private Finding finding(RuleContext context, Flow flow, String why) {
        String message =
                "The flow %s comes from %s, which has no proxy and cannot prove an identity of the"
                                .formatted(flow.id(), flow.from())
                        + " mesh, but %s. Let it pass a gateway that checks a client certificate."
                                .formatted(why);
        return Finding.of(info(), message, flow.from(), flow.to())
                .withFlow(flow.id())
                .withEvidence(Hops.obstacles(context.index().verdict(flow)));
    }
}
