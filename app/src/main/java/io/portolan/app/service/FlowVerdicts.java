package io.portolan.app.service;

import io.portolan.model.compile.CompiledDesign;
import io.portolan.model.compile.PlanCompiler;
import io.portolan.model.design.Design;
import io.portolan.model.design.Flow;
import io.portolan.model.reach.Interruption;
import io.portolan.model.reach.Reachability;
import io.portolan.model.reach.Verdict;

import java.time.Duration;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.function.Consumer;
import java.util.stream.Stream;

/// The first half of an analysis: the plan of a design and the verdict on every flow (by its id),
/// or on some of them, sooner. It is known long before the findings, and it is what the drawing
/// shows.
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
        return new Asking(compiled, Reachability.of(compiled), start).ask(design.flows().values());
    }

    /// The same after an edit. `touched` hears first of nothing but the flows that were edited, or
    /// of which an end was.
    FlowVerdicts after(Design edited, Consumer<FlowVerdicts> touched) {
        long start = System.nanoTime();
        CompiledDesign next = PlanCompiler.compile(edited);
        Asking asking = new Asking(next, reachability.after(next), start);
        List<Flow> first =
                edited.flows().values().stream().filter(flow -> isTouched(flow, edited)).toList();
        if (!first.isEmpty() && first.size() < edited.flows().size()) {
            touched.accept(asking.ask(first));
        }
        return asking.ask(edited.flows().values());
    }

    private boolean isTouched(Flow flow, Design edited) {
        Design before = compiled.design();
        return !flow.equals(before.flows().get(flow.id()))
                || Stream.of(flow.from(), flow.to())
                        .anyMatch(end -> !before.find(end).equals(edited.find(end)));
    }

    /// One design being asked about; verdicts are remembered by the engine.
    private record Asking(CompiledDesign compiled, Reachability reachability, long start) {
        FlowVerdicts ask(Collection<Flow> flows) {
            SequencedMap<String, Verdict> verdicts = new LinkedHashMap<>();
            for (Flow flow : flows) {
                Interruption.check();
                verdicts.put(flow.id(), reachability.evaluate(flow));
            }
            Duration took = Duration.ofNanos(System.nanoTime() - start);
            return new FlowVerdicts(compiled, reachability, verdicts, took);
        }
    }
}
