package io.portolan.app.ui.canvas;

import io.portolan.app.picture.DisplayList;
import io.portolan.app.picture.Lens;
import io.portolan.app.picture.Palette;
import io.portolan.app.picture.PictureInput;
import io.portolan.model.design.Design;
import io.portolan.model.design.Element;
import io.portolan.model.design.ElementId;
import io.portolan.model.design.Flow;
import io.portolan.model.reach.Verdict;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/// What a drawing is to show.
record Order(
        Design design,
        Map<String, Verdict> verdicts,
        Map<ElementId, Integer> problems,
        Palette palette,
        Optional<Lens> lens) {
    static final Order NOTHING =
            new Order(Design.EMPTY, Map.of(), Map.of(), Palette.LIGHT, Optional.empty());

    PictureInput input() {
        return PictureInput.of(design, verdicts, problems);
    }

    /// The drawing as it is seen through the lens.
    DisplayList seen(DisplayList list) {
        return lens.map(l -> l.over(list, palette)).orElse(list);
    }

    /// How many elements and flows look different from those of another order, counted up to a
    /// limit.
    long differences(Order before, long limit) {
        long boxes =
                design.elements().values().stream()
                        .filter(e -> differs(e, before))
                        .limit(limit)
                        .count();
        long lines =
                design.flows().values().stream()
                        .filter(f -> differs(f, before))
                        .limit(limit)
                        .count();
        return boxes + lines + Math.abs(design.links().size() - before.design.links().size());
    }

    private boolean differs(Element element, Order before) {
        ElementId id = element.id();
        return palette != before.palette
                || !element.equals(before.design.elements().get(id))
                || !design.layout().find(id).equals(before.design.layout().find(id))
                || !Objects.equals(problems.get(id), before.problems.get(id));
    }

    private boolean differs(Flow flow, Order before) {
        return palette != before.palette
                || !flow.equals(before.design.flows().get(flow.id()))
                || !Objects.equals(verdicts.get(flow.id()), before.verdicts.get(flow.id()));
    }
}
