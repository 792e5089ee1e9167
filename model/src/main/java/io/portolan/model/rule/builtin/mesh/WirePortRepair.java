package io.portolan.model.rule.builtin.mesh;

import io.portolan.model.change.Change;
import io.portolan.model.design.Design;
import io.portolan.model.net.PortSet;
import io.portolan.model.net.Transport;
import io.portolan.model.policy.Block;
import io.portolan.model.policy.EnforcementPlan;
import io.portolan.model.policy.EnforcementPoint;
import io.portolan.model.policy.Expr;
import io.portolan.model.policy.Layer;
import io.portolan.model.policy.Policy;
import io.portolan.model.policy.Rule;
import io.portolan.model.policy.Traffic;
import io.portolan.model.rule.builtin.remedy.PolicyAdditions;

import java.util.List;
import java.util.Optional;

/// Adds the wire port of a mesh to rules of the policies that were found.
final class WirePortRepair {
    private final List<Rule> rules;
    private final int port;

    private WirePortRepair(List<Rule> rules, int port) {
        this.rules = rules;
        this.port = port;
    }

    /// Nothing if none of the rules was found: derived ones know the port.
    static Optional<Change> change(Design design, List<Rule> rules, int port) {
        EnforcementPlan changed = new WirePortRepair(rules, port).applyTo(design.observed());
        return changed.equals(design.observed())
                ? Optional.empty()
                : Optional.of(
                        new Change.Observe(
                                "allow the mesh port %d beside the application's".formatted(port),
                                changed));
    }

    private EnforcementPlan applyTo(EnforcementPlan plan) {
        EnforcementPlan changed = plan;
        for (EnforcementPoint point : plan.points()) {
            if (point.layer() == Layer.POD_POLICY) {
                changed = PolicyAdditions.replaced(changed, point, widened(point));
            }
        }
        return changed;
    }

    private EnforcementPoint widened(EnforcementPoint point) {
        return point.with(point.blocks().stream().map(this::widened).toList());
    }

    private Block widened(Block block) {
        List<Policy> policies = block.policies().stream().map(this::widened).toList();
        return block.with(policies);
    }

    private Policy widened(Policy policy) {
        return policy.with(
                policy.rules().stream().map(r -> rules.contains(r) ? widened(r) : r).toList());
    }

    private Rule widened(Rule rule) {
        Expr<Traffic> both =
                Expr.anyOf(
                        rule.match().traffic(),
                        Expr.is(Traffic.to(Transport.TCP, PortSet.of(port))));
        return new Rule(rule.name(), rule.match().on(both), rule.action(), rule.remark());
    }
}
