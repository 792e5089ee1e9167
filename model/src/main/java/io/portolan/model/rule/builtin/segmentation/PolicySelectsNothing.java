package io.portolan.model.rule.builtin.segmentation;

import io.portolan.model.design.ElementId;
import io.portolan.model.policy.Expr;
import io.portolan.model.policy.LabelOwner;
import io.portolan.model.policy.Peer;
import io.portolan.model.policy.Policy;
import io.portolan.model.policy.Text;
import io.portolan.model.rule.DesignRule;
import io.portolan.model.rule.Finding;
import io.portolan.model.rule.Finding.Evidence;
import io.portolan.model.rule.IdlePolicies;
import io.portolan.model.rule.Names;
import io.portolan.model.rule.PolicyTable;
import io.portolan.model.rule.PolicyTable.Entry;
import io.portolan.model.rule.RuleContext;
import io.portolan.model.rule.RuleInfo;
import io.portolan.model.rule.Severity;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/// SEG-006: a policy whose selector no workload fulfils.
final class PolicySelectsNothing implements DesignRule {
    @Override
    public RuleInfo info() {
        return new RuleInfo("SEG-006", "Policy selects nothing", Severity.WARNING);
    }

    @Override
    public Stream<Finding> check(RuleContext context) {
        PolicyTable observed = context.index().observed();
        return new IdlePolicies(context)
                .selectingNobody()
                .map(entry -> finding(context, observed, entry));
    }

    private Finding finding(RuleContext context, PolicyTable observed, Entry entry) {
        Policy policy = entry.policy();
        Optional<Mistake> mistake =
                labels(policy.subject())
                        .filter(label ->
                                observed.members().select(Expr.is(label)).possibly().isEmpty())
                        .flatMap(label -> mistake(observed, label).stream())
                        .findFirst();
        String message =
                "The policy %s of %s selects no workload, so it protects nothing. %s"
                        .formatted(
                                policy.name(),
                                entry.point().owner(),
                                mistake.map(Mistake::advice)
                                        .orElse("Correct its selector, or delete it."));
        Finding finding =
                Finding.of(
                                info(),
                                message,
                                IdlePolicies.owner(entry).stream().toArray(ElementId[]::new))
                        .withWitness(policy.name())
                        .withEvidence(List.of(evidence(policy)));
        return mistake.map(m -> finding.withFix(SelectorRepair.change(context.design(), policy, m)))
                .orElse(finding);
    }

    private static Evidence evidence(Policy policy) {
        return new Evidence(
                "policy %s".formatted(policy.name()), Optional.of(policy.remark().origin()));
    }

    /// A label value that nobody has, and the one that was probably meant.
    record Mistake(Peer.Labelled wrong, String value, String meant) {
        String advice() {
            return "No workload has the label %s=%s; did you mean %s=%s?"
                    .formatted(wrong.key(), value, wrong.key(), meant);
        }
    }

    private static Optional<Mistake> mistake(PolicyTable observed, Peer.Labelled label) {
        return label.value() instanceof Text.Exact(String value)
                ? Names.nearest(value, values(observed, label))
                        .map(meant -> new Mistake(label, value, meant))
                : Optional.empty();
    }

    private static Set<String> values(PolicyTable observed, Peer.Labelled label) {
        TreeSet<String> values = new TreeSet<>();
        for (int i = 0; i < observed.members().size(); i++) {
            observed.members().get(i).label(label.owner(), label.key()).ifPresent(values::add);
        }
        return values;
    }

    private static Stream<Peer.Labelled> labels(Expr<Peer> subject) {
        return switch (subject) {
            case Expr.Is<Peer>(Peer.Labelled label) when label.owner() == LabelOwner.WORKLOAD ->
                    Stream.of(label);
            case Expr.AllOf<Peer>(List<Expr<Peer>> terms) ->
                    terms.stream().flatMap(PolicySelectsNothing::labels);
            case Expr.Named<Peer>(String _, Expr<Peer> meaning) -> labels(meaning);
            case Expr.Is<Peer> _,
                    Expr.Any<Peer> _,
                    Expr.AnyOf<Peer> _,
                    Expr.Not<Peer> _,
                    Expr.Unknown<Peer> _ ->
                    Stream.empty();
        };
    }
}
