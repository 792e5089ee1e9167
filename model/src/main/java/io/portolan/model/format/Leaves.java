package io.portolan.model.format;

import io.portolan.model.format.Shape.Leaf;
import io.portolan.model.format.YamlNode.Scalar;

import java.lang.reflect.InvocationTargetException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.SequencedMap;

/// Turns scalars into values and back. The type decides what a scalar means, never its look.
final class Leaves {
    private static final String INFINITE = ".inf";

    private static final ClassValue<SequencedMap<String, Object>> WORDS =
            Shapes.remembered(Leaves::constants);

    private Leaves() {}

    private static SequencedMap<String, Object> constants(Class<?> type) {
        SequencedMap<String, Object> words = new LinkedHashMap<>();
        for (Object constant : type.getEnumConstants()) {
            words.put(name(constant), constant);
        }
        return words;
    }

    /// @throws IllegalArgumentException if the scalar is no such value
    static Object parse(Leaf leaf, Scalar scalar) {
        String text = scalar.text();
        return switch (leaf) {
            case Shape.Text _ -> text;
            case Shape.Whole whole -> whole(unquoted(scalar), whole.type());
            case Shape.Decimal _ -> decimal(scalar);
            case Shape.Truth _ -> truth(unquoted(scalar));
            case Shape.Word word -> word(text, word.type());
            case Shape.Day _ -> day(text);
            case Shape.Value value -> value(text, value.type());
        };
    }

    private static String unquoted(Scalar scalar) {
        if (!scalar.plain()) {
            throw new IllegalArgumentException(
                    "The value (\"%s\") is a text. Write it without quotes."
                            .formatted(scalar.text()));
        }
        return scalar.text();
    }

    private static Object whole(String text, Class<?> type) {
        if (!text.matches("0|-?[1-9][0-9]{0,17}")) {
            throw new IllegalArgumentException(
                    "The value (%s) is not a whole number. Write it like 4094.".formatted(text));
        }
        long value = Long.parseLong(text);
        if (type == long.class) {
            return value;
        }
        if (value != (int) value) {
            throw new IllegalArgumentException("The number (%s) is too large.".formatted(text));
        }
        return (int) value;
    }

    private static Object decimal(Scalar scalar) {
        String text = scalar.text();
        if (text.equals(INFINITE) || text.equals("-" + INFINITE)) {
            return text.startsWith("-") ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY;
        }
        if (!text.matches("-?[0-9]{1,17}(\\.[0-9]{1,17})?([eE][-+]?[0-9]{1,3})?")) {
            throw new IllegalArgumentException(
                    "The value (%s) is not a number. Write it like 100 or 0.5.".formatted(text));
        }
        return Double.valueOf(text);
    }

    private static Object truth(String text) {
        return switch (text) {
            case "true" -> true;
            case "false" -> false;
            default ->
                    throw new IllegalArgumentException(
                            "The value (%s) is neither true nor false. Write one of them."
                                    .formatted(text));
        };
    }

    private static Object word(String text, Class<?> type) {
        Object constant = WORDS.get(type).get(text);
        if (constant != null) {
            return constant;
        }
        throw new IllegalArgumentException(
                "The word (%s) is not one of %s.%s"
                        .formatted(
                                text,
                                String.join(", ", words(type)),
                                Nearest.advice(text, words(type))));
    }

    /// The constants of an enum as they are written.
    static List<String> words(Class<?> type) {
        return List.copyOf(WORDS.get(type).sequencedKeySet());
    }

    private static String name(Object constant) {
        return ((Enum<?>) constant).name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static Object day(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(
                    "The value (%s) is not a day. Write it like 2026-12-31.".formatted(text), e);
        }
    }

    private static Object value(String text, Class<?> type) {
        try {
            return Shapes.parser(type).orElseThrow().invoke(null, text);
        } catch (InvocationTargetException e) {
            throw Part.refused(e);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(type.getName(), e);
        }
    }

    static Scalar format(Leaf leaf, Object value) {
        return switch (leaf) {
            case Shape.Whole _, Shape.Truth _ -> plain(value.toString());
            case Shape.Decimal _ -> decimal((Double) value);
            case Shape.Word _ -> text(name(value));
            case Shape.Text _, Shape.Day _, Shape.Value _ -> text(value.toString());
        };
    }

    private static Scalar decimal(double value) {
        if (Double.isInfinite(value)) {
            return plain(value > 0 ? INFINITE : "-" + INFINITE);
        }
        return plain(value == (long) value ? Long.toString((long) value) : Double.toString(value));
    }

    static Scalar plain(String text) {
        return new Scalar(Position.START, text, true);
    }

    static Scalar text(String text) {
        return new Scalar(Position.START, text, false);
    }
}
