package io.portolan.app.picture;

import io.portolan.model.design.ElementId;
import io.portolan.model.design.Flow;
import io.portolan.model.design.Link;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// A flow or link with the elements it touches in order, before it has a way.
sealed interface EdgePlan {
    List<ElementId> stations();

    EdgeId id();

    record OfFlow(Flow flow, FlowMark mark, List<ElementId> stations) implements EdgePlan {
        @Override
        public EdgeId id() {
            return new EdgeId.OfFlow(flow.id());
        }

        /// The words on the label.
        String label() {
            return EdgeWords.label(flow, mark.kind());
        }
    }

    record OfLink(Link link, List<ElementId> stations) implements EdgePlan {
        @Override
        public EdgeId id() {
            return new EdgeId.OfLink(link.id());
        }
    }

    /// The stations of a flow that are drawn.
    static EdgePlan of(Flow flow, FlowMark mark, Map<ElementId, Area> drawn) {
        List<ElementId> all = new ArrayList<>(List.of(flow.from()));
        all.addAll(mark.stations());
        all.add(flow.to());
        return new OfFlow(flow, mark, kept(all, drawn));
    }

    static EdgePlan of(Link link, Map<ElementId, Area> drawn) {
        return new OfLink(link, kept(List.of(link.from(), link.to()), drawn));
    }

    private static List<ElementId> kept(List<ElementId> all, Map<ElementId, Area> drawn) {
        List<ElementId> kept = new ArrayList<>();
        for (ElementId id : all) {
            if (drawn.containsKey(id) && (kept.isEmpty() || !kept.getLast().equals(id))) {
                kept.add(id);
            }
        }
        return List.copyOf(kept);
    }
}
