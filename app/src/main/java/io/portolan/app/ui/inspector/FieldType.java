package io.portolan.app.ui.inspector;

import java.util.List;
import java.util.function.Function;

/// How a component of a record is edited; found from its declared type alone.
public sealed interface FieldType {
    /// One value written as text.
    record Scalar(Class<?> type, Function<String, Object> parse) implements FieldType {}

    /// One of a closed set.
    record Choice(List<Object> constants) implements FieldType {
        public Choice {
            constants = List.copyOf(constants);
        }
    }

    /// Yes or no.
    record Flag() implements FieldType {}

    /// An element of the design.
    record Reference() implements FieldType {}

    /// Names with values.
    record Pairs() implements FieldType {}

    /// A record inside the record.
    record Nested(Class<? extends Record> type) implements FieldType {}

    record ListOf(FieldType item) implements FieldType {}

    /// A component that may be absent.
    record Maybe(FieldType inner) implements FieldType {}

    /// True if it fits on one line beside its label.
    default boolean isLine() {
        return switch (this) {
            case Scalar _, Choice _, Flag _, Reference _, Pairs _ -> true;
            case Nested _ -> false;
            case ListOf(var item) -> item instanceof Scalar || item instanceof Choice;
            case Maybe(var inner) -> inner.isLine();
        };
    }
}
