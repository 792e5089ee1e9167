package io.portolan.model.rule.builtin.flow;

import io.portolan.model.design.Design;
import io.portolan.model.design.ElementId;
import io.portolan.model.design.Flow;

import java.util.Optional;

/// Flows in words, and the elements that hops name.
final class Flows {
    private Flows() {}

    /// ` on tcp 443`; nothing for a flow of every port.
    static String ports(Flow flow) {
        return flow.ports().map(p -> " on %s %s".formatted(flow.protocol(), p)).orElse("");
    }

    /// The element of that name, if it is one: owners of points may be parts of the plan only.
    static Optional<ElementId> element(Design design, String name) {
        return design.elements().keySet().stream()
                .filter(id -> id.value().equals(name))
                .findFirst();
    }
}
