package io.portolan.app.service;

import io.portolan.model.compile.CompiledDesign;
import io.portolan.model.design.Design;
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
        return of(FlowVerdicts.of(design), today);
    }

    /// Finds what is left to find out when the verdicts are known.
    static Analysis of(FlowVerdicts known, LocalDate today) {
        long start = System.nanoTime();
        Review review =
                RuleRunner.run(new RuleContext(known.compiled(), known.reachability(), today));
        return new Analysis(
                known.compiled(),
                known.reachability(),
                known.verdicts(),
                review,
                known.took().plusNanos(System.nanoTime() - start));
    }

    public Design design() {
        return compiled.design();
    }
}
