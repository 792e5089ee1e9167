package io.portolan.model.format;

import io.portolan.model.design.Design;
import io.portolan.model.design.ElementId;
import io.portolan.model.design.InterfaceAddress;
import io.portolan.model.format.Shape.Block;
import io.portolan.model.format.Shape.Choice;
import io.portolan.model.format.Shape.Expression;
import io.portolan.model.format.Shape.Leaf;
import io.portolan.model.format.Shape.Listing;
import io.portolan.model.format.Shape.Maybe;
import io.portolan.model.format.Shape.Ports;
import io.portolan.model.format.Shape.Table;
import io.portolan.model.net.Address;
import io.portolan.model.net.Cidr;
import io.portolan.model.net.PortRange;
import io.portolan.model.net.PortSet;
import io.portolan.model.net.Protocol;
import io.portolan.model.policy.Expr;
import io.portolan.model.testing.Gen;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/// Makes random values of any type that has a form in the file, nasty texts included.
final class AnyValue {
    private static final List<String> TEXTS =
            List.of(
                    "web",
                    "NO",
                    "on",
                    "y",
                    "~",
                    "null",
                    "017",
                    "1_0",
                    "0o17",
                    "12:30",
                    ".inf",
                    "1e3",
                    "2026-11-23",
                    "true",
                    "",
                    " ",
                    " lead",
                    "trail ",
                    "a: b",
                    "a #b",
                    "#c",
                    "- x",
                    "[x]",
                    "{x}",
                    "a,b",
                    "'q'",
                    "\"d\"",
                    "b\\s",
                    "*a",
                    "&a",
                    "!t",
                    "%p",
                    "@at",
                    "`t",
                    "|",
                    ">",
                    "?",
                    ":",
                    "x:",
                    "<<",
                    "=",
                    "-",
                    "--- ",
                    "...",
                    "a\nb",
                    "a\nb\n",
                    "\n",
                    "a\n\nb # no comment",
                    " a\nb",
                    "a \nb",
                    "tab\there",
                    "é",
                    "\u2028",
                    "\u0085",
                    "😀",
                    "\uFEFF",
                    "bell\u0007",
                    "kubernetes.io/name",
                    "2001:db8::5",
                    "::1",
                    "fe80::",
                    "10.0.0.0/8",
                    "0x1F",
                    "1.5",
                    "+1",
                    "-1",
                    "=x");
    private static final int DEEPEST = 6;

    private final Gen gen;
    private int depth;

    private AnyValue(Gen gen) {
        this.gen = gen;
    }

    static <T> T of(Class<T> type, Gen gen) {
        return type.cast(new AnyValue(gen).value(Shapes.of(type)));
    }

    /// A design of the given number of elements, as from a file.
    static Design design(Gen gen) {
        DesignFile file = of(DesignFile.class, gen);
        return new DesignFile(
                        Migrations.CURRENT,
                        file.name(),
                        file.elements(),
                        file.links(),
                        file.flows(),
                        file.governance(),
                        file.observed())
                .design();
    }

    private Object value(Shape shape) {
        depth++;
        Object value =
                switch (shape) {
                    case Leaf leaf -> leaf(leaf);
                    case Ports _ -> ports();
                    case Maybe maybe -> maybe(maybe);
                    case Listing list -> list(list);
                    case Table table -> table(table);
                    case Block block -> record(block.type());
                    case Choice choice -> choice(choice);
                    case Expression expression -> expression(expression);
                };
        depth--;
        return value;
    }

    private Object leaf(Leaf leaf) {
        return switch (leaf) {
            case Shape.Text _ -> gen.oneOf(TEXTS);
            case Shape.Whole whole -> number(whole.type());
            case Shape.Decimal _ -> gen.oneOf(List.of(0.0, 100.0, 0.25, Double.POSITIVE_INFINITY));
            case Shape.Truth _ -> gen.chance(0.5);
            case Shape.Word word -> gen.oneOf(List.of(word.type().getEnumConstants()));
            case Shape.Day _ -> LocalDate.of(2026, 1, 1).plusDays(gen.between(0, 1000));
            case Shape.Value value -> valueOf(value.type());
        };
    }

    private Object number(Class<?> type) {
        int number = gen.between(1, 4094);
        return type == long.class ? (Object) (long) number : (Object) number;
    }

    private Object valueOf(Class<?> type) {
        if (type == ElementId.class) {
            return new ElementId(gen.oneOf(List.of("a", "no", "1", "012", "team/web.1", "x_y-z")));
        }
        if (type == Address.class) {
            return address();
        }
        if (type == Cidr.class) {
            return new Cidr(address(), gen.between(0, 32));
        }
        if (type == InterfaceAddress.class) {
            return new InterfaceAddress(address(), gen.between(0, 32));
        }
        if (type == Protocol.class) {
            return new Protocol(gen.between(0, 255));
        }
        throw new IllegalArgumentException(type.getName());
    }

    private Address address() {
        return Address.parse(
                gen.oneOf(List.of("10.0.0.1", "192.0.2.7", "::", "::1", "fe80::", "2001:db8::5")));
    }

    private PortSet ports() {
        List<PortRange> ranges = new ArrayList<>();
        for (int i = gen.between(0, 3); i > 0; i--) {
            int low = gen.between(0, 60_000);
            ranges.add(new PortRange(low, low + gen.between(0, 2)));
        }
        return new PortSet(ranges);
    }

    private Object maybe(Maybe maybe) {
        boolean present = depth < DEEPEST && gen.chance(0.6);
        if (maybe.type() == OptionalInt.class) {
            return present ? OptionalInt.of(gen.between(0, 255)) : OptionalInt.empty();
        }
        return present ? Optional.of(value(maybe.of())) : Optional.empty();
    }

    private int size() {
        return depth < DEEPEST ? gen.between(0, 3) : 0;
    }

    private Object list(Listing shape) {
        List<Object> items = new ArrayList<>();
        for (int i = size(); i > 0; i--) {
            items.add(value(shape.of()));
        }
        return shape.type() == Set.class ? new LinkedHashSet<>(items) : items;
    }

    private Object table(Table shape) {
        Map<Object, Object> all = new LinkedHashMap<>();
        for (int i = size(); i > 0; i--) {
            Object value = value(shape.value());
            all.put(Shapes.keyed(shape) ? idOf(value) : value(shape.key()), value);
        }
        return all;
    }

    private static Object idOf(Object value) {
        return Part.of(value.getClass()).stream()
                .filter(part -> part.name().equals("id"))
                .findFirst()
                .orElseThrow()
                .get(value);
    }

    private Object record(Class<?> type) {
        while (true) {
            try {
                List<Object> values = new ArrayList<>();
                for (Part part : Part.of(type)) {
                    values.add(value(part.shape()));
                }
                return Part.construct(type, values);
            } catch (IllegalArgumentException refused) {
                depth = Math.max(depth, 1); // the record wants other values: try again
            }
        }
    }

    /// The last kinds of recursive types nest; deep down only the first is taken.
    private Object choice(Choice choice) {
        List<Class<?>> kinds = Shapes.kinds(choice.type());
        return record(depth < DEEPEST ? gen.oneOf(kinds) : kinds.getFirst());
    }

    private Expr<?> expression(Expression shape) {
        return switch (depth < DEEPEST + 3 ? gen.between(0, 6) : 0) {
            case 0 -> Expr.any();
            case 1 -> new Expr.Is<>(value(shape.atom()));
            case 2 -> new Expr.AnyOf<>(terms(shape));
            case 3 -> new Expr.AllOf<>(terms(shape));
            case 4 -> new Expr.Not<>(typed(value(shape)));
            case 5 -> new Expr.Named<>(gen.oneOf(TEXTS), typed(value(shape)));
            default -> new Expr.Unknown<>(gen.oneOf(TEXTS));
        };
    }

    private List<Expr<Object>> terms(Expression shape) {
        List<Expr<Object>> terms = new ArrayList<>();
        for (int i = gen.between(0, 2); i > 0; i--) {
            terms.add(typed(value(shape)));
        }
        return terms;
    }

    @SuppressWarnings("unchecked") // made with the same shape
    private static Expr<Object> typed(Object expression) {
        return (Expr<Object>) expression;
    }
}
