package io.portolan.app.ui.editor;

import io.portolan.model.design.ElementId;

import java.util.List;
import java.util.Optional;

/// What is selected, the same in the drawing, the outline and every table.
public sealed interface Selection {
    /// The design itself.
    record Nothing() implements Selection {}

    /// Elements, the one clicked last at the end.
    record Elements(List<ElementId> ids) implements Selection {
        public Elements {
            ids = List.copyOf(ids);
        }
    }

    record OfFlow(String id) implements Selection {}

    record OfLink(String id) implements Selection {}

    static Selection none() {
        return new Nothing();
    }

    static Selection of(ElementId id) {
        return new Elements(List.of(id));
    }

    /// Some elements, or nothing if there are none.
    static Selection of(List<ElementId> ids) {
        return ids.isEmpty() ? none() : new Elements(ids);
    }

    /// The element that the inspector shows.
    default Optional<ElementId> element() {
        return this instanceof Elements(var ids) ? Optional.of(ids.getLast()) : Optional.empty();
    }

    /// The flow, if one is selected.
    default Optional<String> flow() {
        return this instanceof OfFlow(var id) ? Optional.of(id) : Optional.empty();
    }

    default int count() {
        return switch (this) {
            case Nothing _ -> 0;
            case Elements(var ids) -> ids.size();
            case OfFlow _, OfLink _ -> 1;
        };
    }

    /// The names that exports mark their lines with.
    default List<String> names() {
        return switch (this) {
            case Nothing _ -> List.of();
            case Elements(var ids) -> ids.stream().map(ElementId::value).toList();
            case OfFlow(var id) -> List.of(id);
            case OfLink(var id) -> List.of(id);
        };
    }
}
