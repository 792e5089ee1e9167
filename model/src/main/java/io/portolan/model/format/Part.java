package io.portolan.model.format;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.stream.Stream;

/// One component of a record: a key of the file.
record Part(String name, Shape shape, Method accessor) {
    private static final ClassValue<List<Part>> PARTS =
            Shapes.remembered(type -> Stream.of(type.getRecordComponents()).map(Part::of).toList());

    private static final ClassValue<Constructor<?>> CONSTRUCTORS =
            Shapes.remembered(Part::constructor);

    /// The components of a record, in order.
    static List<Part> of(Class<?> record) {
        return PARTS.get(record);
    }

    private static Part of(RecordComponent component) {
        return new Part(
                key(component), Shapes.of(component.getGenericType()), component.getAccessor());
    }

    /// The name of the component; `kind` is taken where a record is one of several kinds, so there
    /// the name of its type serves: `peerKind`.
    private static String key(RecordComponent component) {
        boolean taken =
                component.getName().equals(BlockReader.KIND)
                        && Stream.of(component.getDeclaringRecord().getInterfaces())
                                .anyMatch(Class::isSealed);
        return taken ? Shapes.nameOf(component.getType()) : component.getName();
    }

    Object get(Object record) {
        try {
            return accessor.invoke(record);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(accessor.toString(), e);
        }
    }

    /// Makes a record of its components.
    ///
    /// @throws IllegalArgumentException what its constructor says against them
    static Object construct(Class<?> record, List<Object> values) {
        try {
            return CONSTRUCTORS.get(record).newInstance(values.toArray());
        } catch (InvocationTargetException e) {
            throw refused(e);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(record.getName(), e);
        }
    }

    private static Constructor<?> constructor(Class<?> record) {
        Class<?>[] types =
                Stream.of(record.getRecordComponents())
                        .map(RecordComponent::getType)
                        .toArray(Class<?>[]::new);
        try {
            return record.getDeclaredConstructor(types);
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException(record.getName(), e);
        }
    }

    static IllegalArgumentException refused(InvocationTargetException e) {
        return new IllegalArgumentException(String.valueOf(e.getTargetException().getMessage()), e);
    }
}
