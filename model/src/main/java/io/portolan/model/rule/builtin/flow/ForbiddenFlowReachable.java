package io.portolan.model.rule.builtin.flow;

import io.portolan.model.design.Flow;
import io.portolan.model.design.Intent;
import io.portolan.model.reach.Verdict;
import io.portolan.model.rule.DesignRule;
import io.portolan.model.rule.Finding;
import io.portolan.model.rule.Finding.Evidence;
import io.portolan.model.rule.Hops;
import io.portolan.model.rule.RuleContext;
import io.portolan.model.rule.RuleInfo;
import io.portolan.model.rule.Severity;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// FLW-002: a connection that must never be possible is, or cannot be shown not to be.
final class ForbiddenFlowReachable implements DesignRule {
    @Override
    public RuleInfo info() {
        return new RuleInfo("FLW-002", "Forbidden flow reachable", Severity.ERROR);
    }

    @Override
    public Stream<Finding> check(RuleContext context) {
        return context.design().flows().values().stream()
                .filter(flow -> flow.intent() == Intent.NEVER)
                .flatMap(flow -> check(context, flow).stream());
    }

    private Optional<Finding> check(RuleContext context, Flow flow) {
        Verdict verdict = context.index().verdict(flow);
        return words(flow, verdict).map(words -> finding(context, flow, verdict, words));
    }

    private static Optional<String> words(Flow flow, Verdict verdict) {
        return switch (verdict) {
            case Verdict.Denied _, Verdict.NoRoute _ -> Optional.empty();
            case Verdict.Allowed _ -> Optional.of("is possible. Deny it on its way.");
            case Verdict.Partly partly ->
                    Optional.of(
                            "is possible on %s %s. Deny these ports too."
                                    .formatted(flow.protocol(), partly.allowedWords()));
            case Verdict.Undefined open ->
                    Optional.of(
                            "may be possible: %s. Deny it where the design is sure."
                                    .formatted(Hops.withoutStop(open.reason())));
        };
    }

    private Finding finding(RuleContext context, Flow flow, Verdict verdict, String words) {
        String message =
                "The connection %s (%s to %s%s) must never work, but %s"
                        .formatted(flow.id(), flow.from(), flow.to(), Flows.ports(flow), words);
        Finding finding =
                Finding.of(info(), message, flow.from(), flow.to())
                        .withFlow(flow.id())
                        .withEvidence(way(verdict));
        return Flows.repair(context, flow).map(finding::withFix).orElse(finding);
    }

    /// Every stage with what it said: none of them stops it.
    private static List<Evidence> way(Verdict verdict) {
        return verdict.path().stream().map(Hops::evidence).toList();
    }
}
