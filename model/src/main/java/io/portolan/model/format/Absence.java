package io.portolan.model.format;

import io.portolan.model.format.Shape.Block;
import io.portolan.model.format.Shape.Choice;
import io.portolan.model.format.Shape.Expression;
import io.portolan.model.format.Shape.Leaf;
import io.portolan.model.format.Shape.Listing;
import io.portolan.model.format.Shape.Maybe;
import io.portolan.model.format.Shape.Ports;
import io.portolan.model.format.Shape.Table;
import io.portolan.model.policy.Expr;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/// What a key that is not written stands for. Enums have no such value on purpose: nobody should
/// have to know which constant of `mtls` comes first.
final class Absence {
    private static final ClassValue<Optional<Object>> BLOCKS = Shapes.remembered(Absence::block);

    private Absence() {}

    static Optional<Object> of(Shape shape) {
        return switch (shape) {
            case Shape.Truth _ -> Optional.of(false);
            case Leaf _, Ports _, Choice _ -> Optional.empty();
            case Maybe maybe ->
                    Optional.of(
                            maybe.type() == OptionalInt.class
                                    ? OptionalInt.empty()
                                    : Optional.empty());
            case Listing list -> Optional.of(list.type() == Set.class ? Set.of() : List.of());
            case Table _ -> Optional.of(new LinkedHashMap<>());
            case Expression _ -> Optional.of(Expr.any());
            case Block block -> BLOCKS.get(block.type());
        };
    }

    /// A record of which every part may be left out may be left out itself.
    private static Optional<Object> block(Class<?> record) {
        List<Optional<Object>> values =
                Part.of(record).stream().map(part -> of(part.shape())).toList();
        if (values.stream().anyMatch(Optional::isEmpty)) {
            return Optional.empty();
        }
        return Optional.of(
                Part.construct(record, values.stream().map(Optional::orElseThrow).toList()));
    }
}
