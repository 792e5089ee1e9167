package io.portolan.app.docs;

import io.portolan.model.design.Element;
import io.portolan.model.design.Kinds;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Locale;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The pages of the kinds, written from their records.
final class KindPages {
    private KindPages() {}

    /// File name to text, the index included.
    static SequencedMap<String, String> all() {
        SequencedMap<String, String> pages = new TreeMap<>();
        StringBuilder index =
                new StringBuilder("# Kinds of elements\n\n| | Kind | Key |\n|---|---|---|\n");
        for (Class<? extends Element> kind : Kinds.all()) {
            String name = Kinds.nameOf(kind);
            pages.put(name + ".md", page(kind));
            index.append(
                    "| %s | [%s](%s.md) | `%s` |\n"
                            .formatted(icon(name), Kinds.titleOf(kind), name, name));
        }
        pages.put("index.md", index.toString());
        return pages;
    }

    private static String page(Class<? extends Element> kind) {
        String name = Kinds.nameOf(kind);
        String rows =
                Stream.of(kind.getRecordComponents())
                        .map(KindPages::row)
                        .collect(Collectors.joining());
        return "# %s\n\n%s\n\nWritten as `kind: %s`, with these keys:\n\n| Key | Value | |\n|---|---|---|\n%s"
                .formatted(Kinds.titleOf(kind), icon(name), name, rows);
    }

    private static String icon(String name) {
        return "![](../../icons/src/main/resources/io/portolan/icons/kind/%s.svg)".formatted(name);
    }

    private static String row(RecordComponent key) {
        String need = key.getType() == Optional.class ? "optional" : "";
        return "| `%s` | %s | %s |\n".formatted(key.getName(), words(key.getGenericType()), need);
    }

    private static String words(Type type) {
        if (type instanceof ParameterizedType generic) {
            Class<?> raw = (Class<?>) generic.getRawType();
            String inner =
                    Stream.of(generic.getActualTypeArguments())
                            .map(KindPages::words)
                            .collect(Collectors.joining(" to "));
            return switch (raw.getSimpleName()) {
                case "List" -> "list of " + inner;
                case "Map" -> "map of " + inner;
                default -> inner;
            };
        }
        Class<?> plain = (Class<?>) type;
        if (plain.isEnum()) {
            return Stream.of(plain.getEnumConstants())
                    .map(c ->
                            "`"
                                    + ((Enum<?>) c)
                                            .name()
                                            .toLowerCase(Locale.ROOT)
                                            .replace('_', '-')
                                    + "`")
                    .collect(Collectors.joining(", "));
        }
        return switch (plain.getSimpleName()) {
            case "String" -> "text";
            case "int", "Integer" -> "whole number";
            case "boolean" -> "`true`, `false`";
            default -> Kinds.titleOf(plain).toLowerCase(Locale.ROOT);
        };
    }
}
