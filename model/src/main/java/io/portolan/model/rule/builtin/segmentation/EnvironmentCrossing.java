package io.portolan.model.rule.builtin.segmentation;

import io.portolan.model.design.Design;
import io.portolan.model.design.Flow;
import io.portolan.model.rule.DesignRule;
import io.portolan.model.rule.Finding;
import io.portolan.model.rule.RuleContext;
import io.portolan.model.rule.RuleInfo;
import io.portolan.model.rule.Severity;

import java.util.Optional;
import java.util.stream.Stream;

/// SEG-017: a connection from one environment into another that nobody permitted.
final class EnvironmentCrossing implements DesignRule {
    @Override
    public RuleInfo info() {
        return new RuleInfo("SEG-017", "Environment crossing", Severity.ERROR);
    }

    @Override
    public Stream<Finding> check(RuleContext context) {
        return Stream.concat(
                context.index().intended().flatMap(flow -> drawn(context.design(), flow).stream()),
                EffectiveCrossings.find(context, info()));
    }

    private Optional<Finding> drawn(Design design, Flow flow) {
        Optional<String> from = design.environmentOf(flow.from());
        Optional<String> to = design.environmentOf(flow.to());
        return from.isPresent() && to.isPresent() && !isPermitted(design, from.get(), to.get())
                ? Optional.of(finding(flow, from.get(), to.get()))
                : Optional.empty();
    }

    static boolean isPermitted(Design design, String from, String to) {
        return from.equals(to)
                || design.governance().crossings().stream()
                        .map(crossing -> crossing.replace(" ", ""))
                        .anyMatch((from + "->" + to)::equals);
    }

    private Finding finding(Flow flow, String from, String to) {
        String message =
                "The flow %s goes from environment %s (%s) to %s (%s), which is not permitted."
                                .formatted(flow.id(), from, flow.from(), to, flow.to())
                        + " Remove it, or permit the crossing (%s -> %s) in the governance part."
                                .formatted(from, to);
        return Finding.of(info(), message, flow.from(), flow.to()).withFlow(flow.id());
    }
}
