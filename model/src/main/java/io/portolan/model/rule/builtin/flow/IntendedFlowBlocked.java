package io.portolan.model.rule.builtin.flow;

import io.portolan.model.design.ElementId;
import io.portolan.model.design.Flow;
import io.portolan.model.reach.Hop;
import io.portolan.model.reach.Outcome;
import io.portolan.model.reach.Verdict;
import io.portolan.model.rule.DesignRule;
import io.portolan.model.rule.Finding;
import io.portolan.model.rule.Hops;
import io.portolan.model.rule.RuleContext;
import io.portolan.model.rule.RuleInfo;
import io.portolan.model.rule.Severity;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// FLW-001: a flow that shall be possible is not, or cannot be shown to be.
final class IntendedFlowBlocked implements DesignRule {
    @Override
    public RuleInfo info() {
        return new RuleInfo("FLW-001", "Intended flow blocked", Severity.ERROR);
    }

    @Override
    public Stream<Finding> check(RuleContext context) {
        return context.index()
                .intended()
                .filter(flow -> isDrawn(context, flow))
                .flatMap(flow -> check(context, flow).stream());
    }

    /// An end that does not exist is HYG-010's.
    private static boolean isDrawn(RuleContext context, Flow flow) {
        return context.design().find(flow.from()).isPresent()
                && context.design().find(flow.to()).isPresent();
    }

    private Optional<Finding> check(RuleContext context, Flow flow) {
        Verdict verdict = context.index().verdict(flow);
        return words(flow, verdict).map(words -> finding(context, flow, verdict, words));
    }

    private static Optional<String> words(Flow flow, Verdict verdict) {
        return switch (verdict) {
            case Verdict.Allowed _ -> Optional.empty();
            case Verdict.Denied denied ->
                    Optional.of(
                            "is blocked by %s (%s)%s. Allow it there, or remove the flow."
                                    .formatted(
                                            denied.by().owner(),
                                            Hops.withoutStop(denied.by().because()),
                                            others(denied.path(), denied.by())));
            case Verdict.Partly partly ->
                    Optional.of(
                            "works on %s only, %s (%s) blocks the rest. Allow the other ports"
                                            .formatted(
                                                    flow.protocol() + " " + partly.allowedWords(),
                                                    partly.by().owner(),
                                                    Hops.withoutStop(partly.by().because()))
                                    + " there, or take them out of the flow.");
            case Verdict.NoRoute lost ->
                    Optional.of(
                            "does not arrive: %s. Complete the path."
                                    .formatted(Hops.withoutStop(lost.reason())));
            case Verdict.Undefined open ->
                    Optional.of(
                            "may or may not work: %s. Say more in the design, or avoid it."
                                    .formatted(Hops.withoutStop(open.reason())));
        };
    }

    private static String others(List<Hop> path, Hop first) {
        String names =
                path.stream()
                        .filter(hop -> hop.outcome() == Outcome.DENY && !hop.equals(first))
                        .map(Hop::owner)
                        .distinct()
                        .collect(Collectors.joining(", "));
        return names.isEmpty() ? "" : ", and further on by " + names;
    }

    private Finding finding(RuleContext context, Flow flow, Verdict verdict, String words) {
        String message =
                "The flow %s (%s to %s%s) %s"
                        .formatted(flow.id(), flow.from(), flow.to(), Flows.ports(flow), words);
        Finding finding =
                Finding.of(info(), message, about(context, flow, verdict))
                        .with(
                                verdict instanceof Verdict.Undefined
                                        ? Severity.WARNING
                                        : Severity.ERROR)
                        .withFlow(flow.id())
                        .withEvidence(Hops.obstacles(verdict));
        return Flows.repair(context, flow).map(finding::withFix).orElse(finding);
    }

    /// The ends, and who stands in the way.
    private static ElementId[] about(RuleContext context, Flow flow, Verdict verdict) {
        Stream<ElementId> blocking =
                verdict.path().stream()
                        .filter(hop -> hop.outcome() == Outcome.DENY)
                        .flatMap(hop -> context.index().element(hop.owner()).stream());
        return Stream.concat(Stream.of(flow.from(), flow.to()), blocking)
                .distinct()
                .toArray(ElementId[]::new);
    }
}
