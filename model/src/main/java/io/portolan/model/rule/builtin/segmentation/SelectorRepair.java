package io.portolan.model.rule.builtin.segmentation;

import io.portolan.model.change.Change;
import io.portolan.model.design.Design;
import io.portolan.model.policy.Block;
import io.portolan.model.policy.EnforcementPlan;
import io.portolan.model.policy.EnforcementPoint;
import io.portolan.model.policy.Expr;
import io.portolan.model.policy.Peer;
import io.portolan.model.policy.Policy;
import io.portolan.model.policy.Text;
import io.portolan.model.rule.builtin.remedy.PolicyAdditions;
import io.portolan.model.rule.builtin.segmentation.PolicySelectsNothing.Mistake;

import java.util.List;

/// Corrects one label in the selector of a policy, wherever the policy stands.
final class SelectorRepair {
    private final Policy policy;
    private final Mistake mistake;

    private SelectorRepair(Policy policy, Mistake mistake) {
        this.policy = policy;
        this.mistake = mistake;
    }

    static Change change(Design design, Policy policy, Mistake mistake) {
        return new Change.Observe(
                "let policy %s select %s=%s"
                        .formatted(policy.name(), mistake.wrong().key(), mistake.meant()),
                new SelectorRepair(policy, mistake).applyTo(design.observed()));
    }

    private EnforcementPlan applyTo(EnforcementPlan plan) {
        EnforcementPlan corrected = plan;
        for (EnforcementPoint point : plan.points()) {
            corrected = PolicyAdditions.replaced(corrected, point, corrected(point));
        }
        return corrected;
    }

    private EnforcementPoint corrected(EnforcementPoint point) {
        return point.with(point.blocks().stream().map(this::corrected).toList());
    }

    private Block corrected(Block block) {
        List<Policy> policies = block.policies().stream().map(this::corrected).toList();
        return block.with(policies);
    }

    private Policy corrected(Policy each) {
        boolean same = each.name().equals(policy.name()) && each.subject().equals(policy.subject());
        return same
                ? new Policy(
                        each.name(),
                        each.order(),
                        corrected(each.subject()),
                        each.mode(),
                        each.rules(),
                        each.remark())
                : each;
    }

    private Expr<Peer> corrected(Expr<Peer> subject) {
        return switch (subject) {
            case Expr.Is<Peer>(Peer atom) when atom.equals(mistake.wrong()) ->
                    Expr.is(
                            new Peer.Labelled(
                                    mistake.wrong().owner(),
                                    mistake.wrong().key(),
                                    new Text.Exact(mistake.meant())));
            case Expr.AllOf<Peer>(List<Expr<Peer>> terms) ->
                    new Expr.AllOf<>(terms.stream().map(this::corrected).toList());
            case Expr.Named<Peer>(String name, Expr<Peer> meaning) ->
                    new Expr.Named<>(name, corrected(meaning));
            case Expr.Is<Peer> _,
                    Expr.Any<Peer> _,
                    Expr.AnyOf<Peer> _,
                    Expr.Not<Peer> _,
                    Expr.Unknown<Peer> _ ->
                    subject;
        };
    }
}
