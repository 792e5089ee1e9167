package io.portolan.app.ui.inspector;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The values that are edited as one line of text, to and fro.
public final class FieldText {
    private FieldText() {}

    /// The text of a value.
    public static String show(FieldType type, Object value) {
        return switch (type) {
            case FieldType.Maybe(var inner) ->
                    ((Optional<?>) value).map(v -> show(inner, v)).orElse("");
            case FieldType.ListOf(var item) ->
                    ((List<?>) value)
                            .stream().map(v -> show(item, v)).collect(Collectors.joining(", "));
            case FieldType.Pairs _ ->
                    ((Map<?, ?>) value)
                            .entrySet().stream()
                                    .map(e -> e.getKey() + "=" + e.getValue())
                                    .collect(Collectors.joining(", "));
            case FieldType.Choice _ -> Field.constant(value);
            case FieldType.Flag _ -> (Boolean) value ? "yes" : "no";
            case FieldType.Scalar _, FieldType.Reference _ -> value.toString();
            case FieldType.Nested _ -> summary((Record) value);
        };
    }

    /// Reads what `show` wrote.
    ///
    /// @throws IllegalArgumentException if the text has no such form; the message says what has
    public static Object read(FieldType type, String text) {
        String typed = text.strip();
        return switch (type) {
            case FieldType.Maybe(var inner) ->
                    typed.isEmpty() ? Optional.empty() : Optional.of(read(inner, typed));
            case FieldType.ListOf(var item) -> parts(typed).map(p -> read(item, p)).toList();
            case FieldType.Pairs _ -> pairs(typed);
            case FieldType.Scalar(_, var parse) -> parse.apply(typed);
            case FieldType.Choice(var constants) -> constant(constants, typed);
            case FieldType.Flag _, FieldType.Reference _, FieldType.Nested _ ->
                    throw new IllegalArgumentException("This is not edited as text.");
        };
    }

    private static Stream<String> parts(String text) {
        return Arrays.stream(text.split(",", -1)).map(String::strip).filter(p -> !p.isEmpty());
    }

    private static Object constant(List<Object> constants, String text) {
        return constants.stream()
                .filter(c -> Field.constant(c).equalsIgnoreCase(text))
                .findFirst()
                .orElseThrow(() ->
                        new IllegalArgumentException(
                                "The value (%s) must be one of %s."
                                        .formatted(text, names(constants))));
    }

    private static String names(List<Object> constants) {
        return constants.stream().map(Field::constant).collect(Collectors.joining(", "));
    }

    private static Map<String, String> pairs(String text) {
        Map<String, String> pairs = new LinkedHashMap<>();
        parts(text).forEach(part -> addPair(pairs, part));
        return pairs;
    }

    private static void addPair(Map<String, String> pairs, String part) {
        int equals = part.indexOf('=');
        if (equals < 1) {
            throw new IllegalArgumentException(
                    "The label (%s) must be written like app=shop.".formatted(part));
        }
        pairs.put(part.substring(0, equals).strip(), part.substring(equals + 1).strip());
    }

    /// A record in a few words: the first things that are said of it.
    public static String summary(Record record) {
        return Fields.of(record).stream()
                .filter(f -> f.type().isLine() && !(f.type() instanceof FieldType.Flag))
                .map(f -> show(f.type(), f.value()))
                .filter(text -> !text.isBlank())
                .limit(4)
                .collect(Collectors.joining(" \u00b7 "));
    }
}
