package io.portolan.app.service;

import io.portolan.model.change.Change;
import io.portolan.model.compile.PlanCompiler;
import io.portolan.model.design.Design;
import io.portolan.model.design.Flow;
import io.portolan.model.reach.Reachability;
import io.portolan.model.reach.Verdict;

import java.util.List;
import java.util.Optional;

/// What a repair would do: the lines that files gain and lose, and how the flow would come out.
public record RepairPreview(List<String> generated, Optional<Verdict> after) {
    public RepairPreview {
        generated = List.copyOf(generated);
    }

    /// Works it out on a copy; takes a moment.
    public static RepairPreview of(Design design, Change repair, Optional<String> flow) {
        Design repaired = repair.applyTo(design);
        Optional<Flow> about = flow.map(repaired.flows()::get);
        return new RepairPreview(
                ExportDiff.lines(design, repair),
                about.map(f -> Reachability.of(PlanCompiler.compile(repaired)).evaluate(f)));
    }
}
