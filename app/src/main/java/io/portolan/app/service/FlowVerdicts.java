package io.portolan.app.service;

import io.portolan.model.compile.CompiledDesign;
import io.portolan.model.compile.PlanCompiler;
import io.portolan.model.design.Design;
import io.portolan.model.design.Flow;
import io.portolan.model.reach.Reachability;
import io.portolan.model.reach.Verdict;

import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.SequencedMap;

/// The first half of an analysis: the plan of a design and the verdict on every flow (by its id).
/// It is known long before the findings, and it is what the drawing shows.
public record FlowVerdicts(
        CompiledDesign compiled,
        Reachability reachability,
        SequencedMap<String, Verdict> verdicts,
        Duration took) {
    public FlowVerdicts {
        verdicts = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(verdicts));
    }

    public static FlowVerdicts of(Design design) {
        long start = System.nanoTime();
        CompiledDesign compiled = PlanCompiler.compile(design);
        Reachability reachability = Reachability.of(compiled);
        SequencedMap<String, Verdict> verdicts = new LinkedHashMap<>();
        for (Flow flow : design.flows().values()) {
            verdicts.put(flow.id(), reachability.evaluate(flow));
        }
        Duration took = Duration.ofNanos(System.nanoTime() - start);
        return new FlowVerdicts(compiled, reachability, verdicts, took);
    }
}
