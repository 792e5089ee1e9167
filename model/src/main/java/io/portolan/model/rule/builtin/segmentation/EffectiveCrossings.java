package io.portolan.model.rule.builtin.segmentation;

import io.portolan.model.rule.Excess.Crossing;
import io.portolan.model.rule.Finding;
import io.portolan.model.rule.RuleContext;
import io.portolan.model.rule.RuleInfo;

import java.util.stream.Stream;

/// Environments between which connections are possible that nobody drew or permitted.
final class EffectiveCrossings {
    private EffectiveCrossings() {}

    static Stream<Finding> find(RuleContext context, RuleInfo rule) {
        return context.index().excess().crossings().stream()
                .filter(c -> !EnvironmentCrossing.isPermitted(context.design(), c.from(), c.to()))
                .map(crossing -> finding(rule, crossing));
    }

    private static Finding finding(RuleInfo rule, Crossing crossing) {
        String message =
                "From environment %s to %s %d connections are possible that no flow asks for (such"
                                .formatted(crossing.from(), crossing.to(), crossing.pairs())
                        + " as %s). Close the way between them, or permit the crossing (%s -> %s)."
                                .formatted(crossing.example(), crossing.from(), crossing.to());
        return Finding.of(rule, message).withWitness(crossing.from() + "->" + crossing.to());
    }
}
