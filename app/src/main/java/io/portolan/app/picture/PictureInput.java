package io.portolan.app.picture;

import io.portolan.model.design.Design;
import io.portolan.model.design.ElementId;
import io.portolan.model.design.Flow;
import io.portolan.model.reach.Verdict;

import java.util.LinkedHashMap;
import java.util.Map;

/// What a picture is made from: the design with its layout, marks of flows by flow id (missing:
/// unchecked) and the number of problems of elements.
public record PictureInput(
        Design design, Map<String, FlowMark> marks, Map<ElementId, Integer> problems) {
    public PictureInput {
        marks = Map.copyOf(marks);
        problems = Map.copyOf(problems);
    }

    /// A design that nothing is known about.
    public static PictureInput of(Design design) {
        return new PictureInput(design, Map.of(), Map.of());
    }

    /// A design with the verdicts on its flows, by flow id.
    public static PictureInput of(
            Design design, Map<String, Verdict> verdicts, Map<ElementId, Integer> problems) {
        Map<String, FlowMark> marks = new LinkedHashMap<>();
        for (Flow flow : design.flows().values()) {
            Verdict verdict = verdicts.get(flow.id());
            if (verdict != null) {
                marks.put(flow.id(), FlowMark.of(design, flow, verdict));
            }
        }
        return new PictureInput(design, marks, problems);
    }

    FlowMark markOf(Flow flow) {
        FlowMark mark = marks.get(flow.id());
        return mark == null ? FlowMark.unchecked(flow) : mark;
    }
}
