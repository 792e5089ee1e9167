package io.portolan.app.ui.inspector;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Takes records apart and makes new ones with a component changed.
public final class Fields {
    private Fields() {}

    /// The components in the order of the record.
    public static List<Field> of(Record of) {
        return Arrays.stream(of.getClass().getRecordComponents())
                .map(c -> new Field(c.getName(), FieldTypes.of(c.getGenericType()), read(of, c)))
                .toList();
    }

    /// The same record with one component replaced.
    ///
    /// @throws IllegalArgumentException if the record refuses the value; the message says why
    public static <R extends Record> R with(R of, String name, Object value) {
        List<Object> values = new ArrayList<>();
        for (RecordComponent component : of.getClass().getRecordComponents()) {
            values.add(component.getName().equals(name) ? value : read(of, component));
        }
        Class<R> type = typeOf(of);
        return make(type, values);
    }

    /// A record from the values of its components.
    ///
    /// @throws IllegalArgumentException if the record refuses one; the message says why
    static <R extends Record> R make(Class<R> type, List<Object> values) {
        Class<?>[] types =
                Arrays.stream(type.getRecordComponents())
                        .map(RecordComponent::getType)
                        .toArray(Class<?>[]::new);
        try {
            return type.getDeclaredConstructor(types).newInstance(values.toArray());
        } catch (InvocationTargetException e) {
            throw refused(e);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("records have public constructors", e);
        }
    }

    private static IllegalArgumentException refused(InvocationTargetException e) {
        return e.getCause() instanceof IllegalArgumentException why
                ? why
                : new IllegalArgumentException("This value cannot be used.", e);
    }

    // The class of a record of type R is R: records have no subclasses.
    @SuppressWarnings("unchecked")
    private static <R extends Record> Class<R> typeOf(R of) {
        return (Class<R>) of.getClass();
    }

    private static Object read(Record of, RecordComponent component) {
        try {
            return component.getAccessor().invoke(of);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("records have public accessors", e);
        }
    }
}
