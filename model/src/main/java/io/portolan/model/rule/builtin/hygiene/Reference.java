package io.portolan.model.rule.builtin.hygiene;

import io.portolan.model.design.ElementId;

import java.util.Optional;

/// A place in the design that names something: `what` it is there (`member`, `certificate`), the
/// name, and who says it.
record Reference(Holder holder, String what, String name) {

    /// Whoever refers: an element, a link, a flow, or the governance part.
    sealed interface Holder {
        record OfElement(ElementId id) implements Holder {
            @Override
            public String toString() {
                return id.value();
            }
        }

        record OfLink(String id) implements Holder {
            @Override
            public String toString() {
                return "the link " + id;
            }
        }

        record OfFlow(String id) implements Holder {
            @Override
            public String toString() {
                return "the flow " + id;
            }
        }
    }

    static Reference of(ElementId holder, String what, String name) {
        return new Reference(new Holder.OfElement(holder), what, name);
    }

    Optional<ElementId> element() {
        return holder instanceof Holder.OfElement(ElementId id)
                ? Optional.of(id)
                : Optional.empty();
    }
}
