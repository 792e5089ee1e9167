package io.portolan.model.design;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/// The kinds of elements, read from the sealed roles: there is no registry to keep.
public final class Kinds {
    private Kinds() {}

    /// Every kind, role by role.
    public static List<Class<? extends Element>> all() {
        return below(Element.class).toList();
    }

    private static Stream<Class<? extends Element>> below(Class<? extends Element> type) {
        return type.isSealed()
                ? Stream.of(type.getPermittedSubclasses())
                        .flatMap(k -> below(k.asSubclass(Element.class)))
                : Stream.of(type);
    }

    /// The name of a kind in files, icons and pages: `cloudNetwork` for `CloudNetwork`.
    public static String nameOf(Class<?> kind) {
        String name = kind.getSimpleName();
        return name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1);
    }

    /// The name of a kind for people: `Cloud network`.
    public static String titleOf(Class<?> kind) {
        String words =
                kind.getSimpleName()
                        .replaceAll("(?<=[a-z])(?=[A-Z])", " ")
                        .toLowerCase(Locale.ROOT);
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }
}
