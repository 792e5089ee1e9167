package io.portolan.app.ui.inspector;

import io.portolan.model.design.Design;
import io.portolan.model.design.ElementId;
import io.portolan.model.net.Address;
import io.portolan.model.net.Cidr;
import io.portolan.model.net.PortSet;
import io.portolan.model.net.Protocol;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Makes records to begin with: the first constant, no text, nothing in lists, everything absent
/// that may be.
public final class Blank {
    private static final int SOME_PORT = 443;
    private static final Map<Class<?>, Object> SCALARS =
            Map.of(
                    String.class,
                    "",
                    int.class,
                    SOME_PORT,
                    Integer.class,
                    SOME_PORT,
                    Address.class,
                    Address.parse("192.0.2.1"),
                    Cidr.class,
                    Cidr.parse("192.0.2.0/24"),
                    PortSet.class,
                    PortSet.of(SOME_PORT),
                    Protocol.class,
                    Protocol.TCP,
                    LocalDate.class,
                    LocalDate.of(2030, 1, 1));

    private Blank() {}

    /// A record of that type; where it must name an element, the first of the design.
    ///
    /// @throws IllegalArgumentException if it must name an element and there is none
    public static <R extends Record> R of(Class<R> type, Design design) {
        return Fields.make(
                type,
                Arrays.stream(type.getRecordComponents())
                        .map(c -> value(FieldTypes.of(c.getGenericType()), design, c.getName()))
                        .toList());
    }

    private static Object value(FieldType type, Design design, String name) {
        return switch (type) {
            case FieldType.Scalar(var kind, _) ->
                    kind == String.class && name.equals("name") ? "new" : scalar(kind);
            case FieldType.Choice(var constants) -> constants.getFirst();
            case FieldType.Flag _ -> false;
            case FieldType.Reference _ -> first(design);
            case FieldType.Pairs _ -> Map.of();
            case FieldType.Nested(var inner) -> of(inner, design);
            case FieldType.ListOf _ -> List.of();
            case FieldType.Maybe _ -> Optional.empty();
        };
    }

    private static Object scalar(Class<?> kind) {
        Object value = SCALARS.get(kind);
        if (value == null) {
            throw new IllegalArgumentException(
                    "There is no blank value for the type (%s).".formatted(kind.getSimpleName()));
        }
        return value;
    }

    private static ElementId first(Design design) {
        return design.elements().keySet().stream()
                .findFirst()
                .orElseThrow(() ->
                        new IllegalArgumentException(
                                "This refers to an element and there is none yet. Add one"
                                        + " first."));
    }
}
