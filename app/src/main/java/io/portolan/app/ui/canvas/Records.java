package io.portolan.app.ui.canvas;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.function.Function;

/// Makes records component by component: the records of the kinds are their only description.
final class Records {
    private Records() {}

    static <T> T make(Class<T> type, Function<RecordComponent, Object> value) {
        RecordComponent[] components = type.getRecordComponents();
        Class<?>[] types =
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        Object[] values = Arrays.stream(components).map(value).toArray();
        try {
            return type.getDeclaredConstructor(types).newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(
                    "The record (%s) cannot be made: %s".formatted(type.getSimpleName(), e), e);
        }
    }

    /// A copy with one component changed.
    static <T> T with(T record, String name, Object value) {
        @SuppressWarnings("unchecked") // getClass of a T is a class of T
        Class<T> type = (Class<T>) record.getClass();
        return make(type, c -> c.getName().equals(name) ? value : read(c, record));
    }

    private static Object read(RecordComponent component, Object record) {
        try {
            return component.getAccessor().invoke(record);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(
                    "The component (%s) cannot be read.".formatted(component.getName()), e);
        }
    }
}
