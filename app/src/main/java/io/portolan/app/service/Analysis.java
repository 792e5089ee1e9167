package io.portolan.app.service;

import io.portolan.model.compile.CompiledDesign;
import io.portolan.model.compile.PlanCompiler;
import io.portolan.model.design.Design;
import io.portolan.model.design.Flow;
import io.portolan.model.reach.Reachability;
import io.portolan.model.reach.Verdict;
import io.portolan.model.rule.Review;
import io.portolan.model.rule.RuleContext;
import io.portolan.model.rule.RuleRunner;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.SequencedMap;

/// Everything that Portolan can say of one design: the plan, the verdict on every flow (by its id),
/// the findings, and how long it took to find out.
public record Analysis(
        CompiledDesign compiled,
        Reachability reachability,
        SequencedMap<String, Verdict> verdicts,
        Review review,
        Duration took) {
    public Analysis {
        verdicts = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(verdicts));
    }

    /// Analyses a design as of a day.
    public static Analysis of(Design design, LocalDate today) {
        long start = System.nanoTime();
        CompiledDesign compiled = PlanCompiler.compile(design);
        Reachability reachability = Reachability.of(compiled);
        SequencedMap<String, Verdict> verdicts = new LinkedHashMap<>();
        for (Flow flow : design.flows().values()) {
            verdicts.put(flow.id(), reachability.evaluate(flow));
        }
        Review review = RuleRunner.run(new RuleContext(compiled, reachability, today));
        return new Analysis(
                compiled,
                reachability,
                verdicts,
                review,
                Duration.ofNanos(System.nanoTime() - start));
    }

    public Design design() {
        return compiled.design();
    }
}
