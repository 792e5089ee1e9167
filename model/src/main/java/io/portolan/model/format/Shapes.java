package io.portolan.model.format;

import io.portolan.model.design.Kinds;
import io.portolan.model.format.Shape.Block;
import io.portolan.model.format.Shape.Choice;
import io.portolan.model.format.Shape.Expression;
import io.portolan.model.format.Shape.Leaf;
import io.portolan.model.format.Shape.Listing;
import io.portolan.model.format.Shape.Maybe;
import io.portolan.model.format.Shape.Table;
import io.portolan.model.net.PortSet;
import io.portolan.model.policy.Expr;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Stream;

/// Finds the shape of a Java type.
final class Shapes {
    private static final String ID = "id";
    private static final ClassValue<Optional<Method>> PARSERS = remembered(Shapes::findParser);
    private static final ClassValue<List<Class<?>>> KINDS =
            remembered(type -> below(type).toList());
    private static final Map<Table, Boolean> KEYED = new ConcurrentHashMap<>();

    private Shapes() {}

    /// Reflection is slow: what it says of a class is asked once.
    static <T> ClassValue<T> remembered(Function<Class<?>, T> question) {
        return new ClassValue<>() {
            @Override
            protected T computeValue(Class<?> type) {
                return question.apply(type);
            }
        };
    }

    static Shape of(Type type) {
        return switch (type) {
            case ParameterizedType generic -> of((Class<?>) generic.getRawType(), generic);
            case Class<?> plain -> of(plain);
            default -> throw unknown(type);
        };
    }

    private static Shape of(Class<?> raw, ParameterizedType generic) {
        Type[] of = generic.getActualTypeArguments();
        if (raw == Optional.class) {
            return new Maybe(of(of[0]), raw);
        }
        if (raw == List.class || raw == Set.class) {
            return new Listing(of(of[0]), raw);
        }
        if (Map.class.isAssignableFrom(raw)) {
            return new Table((Leaf) of(of[0]), of(of[1]));
        }
        if (raw == Expr.class) {
            return new Expression(of(of[0]));
        }
        throw unknown(generic);
    }

    private static Shape of(Class<?> plain) {
        if (plain == PortSet.class) {
            return new Shape.Ports();
        }
        if (plain == OptionalInt.class) {
            return new Maybe(new Shape.Whole(int.class), plain);
        }
        Optional<Leaf> leaf = leaf(plain);
        if (leaf.isPresent()) {
            return leaf.get();
        }
        if (plain.isRecord()) {
            return new Block(plain);
        }
        if (plain.isSealed()) {
            return new Choice(plain);
        }
        throw unknown(plain);
    }

    private static Optional<Leaf> leaf(Class<?> plain) {
        if (plain == String.class) {
            return Optional.of(new Shape.Text());
        }
        if (plain == int.class || plain == Integer.class || plain == long.class) {
            return Optional.of(new Shape.Whole(plain));
        }
        if (plain == double.class) {
            return Optional.of(new Shape.Decimal());
        }
        if (plain == boolean.class) {
            return Optional.of(new Shape.Truth());
        }
        if (plain == LocalDate.class) {
            return Optional.of(new Shape.Day());
        }
        if (plain.isEnum()) {
            return Optional.of(new Shape.Word(plain));
        }
        return parser(plain).map(_ -> new Shape.Value(plain));
    }

    /// The static `parse(String)` of a value type.
    static Optional<Method> parser(Class<?> type) {
        return PARSERS.get(type);
    }

    private static Optional<Method> findParser(Class<?> type) {
        return Stream.of(type.getDeclaredMethods())
                .filter(m -> m.getName().equals("parse") && Modifier.isStatic(m.getModifiers()))
                .filter(m -> List.of(m.getParameterTypes()).equals(List.of(String.class)))
                .findFirst();
    }

    private static IllegalArgumentException unknown(Type type) {
        return new IllegalArgumentException(
                "The type (%s) has no form in the file. Teach it to Shapes."
                        .formatted(type.getTypeName()));
    }

    /// The records below a sealed type.
    static List<Class<?>> kinds(Class<?> sealed) {
        return KINDS.get(sealed);
    }

    private static Stream<Class<?>> below(Class<?> type) {
        return type.isSealed()
                ? Stream.of(type.getPermittedSubclasses()).flatMap(Shapes::below)
                : Stream.of(type);
    }

    /// Whether the key of a table is the id of its values.
    static boolean keyed(Table table) {
        return KEYED.computeIfAbsent(table, Shapes::findKeyed);
    }

    private static boolean findKeyed(Table table) {
        Stream<Class<?>> records =
                switch (table.value()) {
                    case Block block -> Stream.of(block.type());
                    case Choice choice -> kinds(choice.type()).stream();
                    default -> Stream.empty();
                };
        List<Class<?>> all = records.toList();
        return !all.isEmpty() && all.stream().allMatch(r -> hasId(r, table.key()));
    }

    private static boolean hasId(Class<?> record, Leaf key) {
        return Part.of(record).stream().anyMatch(p -> p.name().equals(ID) && p.shape().equals(key));
    }

    static String nameOf(Class<?> kind) {
        return Kinds.nameOf(kind);
    }
}
