package io.portolan.app.picture;

import io.portolan.model.design.Design;
import io.portolan.model.design.ElementId;
import io.portolan.model.design.Mesh;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// Which mesh an element belongs to: as a member or inside of one.
final class Membership {
    private final Map<ElementId, Mesh> members = new LinkedHashMap<>();
    private final Nesting nesting;

    Membership(Design design, Nesting nesting) {
        this.nesting = nesting;
        design.all(Mesh.class).forEach(m -> m.members().forEach(id -> members.putIfAbsent(id, m)));
    }

    Optional<Mesh> meshOf(ElementId id) {
        if (members.isEmpty()) {
            return Optional.empty();
        }
        return Stream.concat(Stream.of(id), nesting.around(id).stream())
                .filter(members::containsKey)
                .map(members::get)
                .findFirst();
    }
}
