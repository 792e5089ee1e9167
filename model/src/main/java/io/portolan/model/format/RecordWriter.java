package io.portolan.model.format;

import io.portolan.model.format.Shape.Block;
import io.portolan.model.format.Shape.Choice;
import io.portolan.model.format.Shape.Expression;
import io.portolan.model.format.Shape.Leaf;
import io.portolan.model.format.Shape.Listing;
import io.portolan.model.format.Shape.Maybe;
import io.portolan.model.format.Shape.Ports;
import io.portolan.model.format.Shape.Table;
import io.portolan.model.format.YamlNode.Entry;
import io.portolan.model.format.YamlNode.Mapping;
import io.portolan.model.format.YamlNode.Scalar;
import io.portolan.model.format.YamlNode.Sequence;
import io.portolan.model.net.PortRange;
import io.portolan.model.net.PortSet;
import io.portolan.model.policy.Expr;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/// Turns records into the tree that `RecordReader` reads as an equal record. What equals its
/// absence is left out. Texts are not `plain`, numbers are.
final class RecordWriter {
    private RecordWriter() {}

    static <T> YamlNode tree(T value, Class<T> type) {
        return tree(value, Shapes.of(type));
    }

    private static YamlNode tree(Object value, Shape shape) {
        return switch (shape) {
            case Leaf leaf -> Leaves.format(leaf, value);
            case Ports _ -> ports((PortSet) value);
            case Maybe maybe -> tree(present(value), maybe.of());
            case Listing list -> list((Collection<?>) value, list.of());
            case Table table -> table((Map<?, ?>) value, table);
            case Block block -> new Mapping(Position.START, parts(value, block.type()));
            case Choice _ -> choice(value);
            case Expression expression -> expression((Expr<?>) value, expression);
        };
    }

    private static YamlNode ports(PortSet ports) {
        List<YamlNode> ranges = ports.ranges().stream().<YamlNode>map(RecordWriter::ports).toList();
        return ranges.size() == 1 ? ranges.getFirst() : new Sequence(Position.START, ranges);
    }

    private static Scalar ports(PortRange range) {
        String text = range.toString();
        return range.low() == range.high() ? Leaves.plain(text) : Leaves.text(text);
    }

    private static Object present(Object value) {
        return value instanceof OptionalInt number
                ? number.getAsInt()
                : ((Optional<?>) value).orElseThrow();
    }

    private static Sequence list(Collection<?> values, Shape of) {
        return new Sequence(Position.START, values.stream().map(v -> tree(v, of)).toList());
    }

    private static Mapping table(Map<?, ?> values, Table shape) {
        boolean keyed = Shapes.keyed(shape);
        List<Entry> entries = new ArrayList<>();
        for (Map.Entry<?, ?> entry : values.entrySet()) {
            YamlNode value = tree(entry.getValue(), shape.value());
            entries.add(
                    new Entry(
                            Leaves.text(entry.getKey().toString()),
                            keyed ? withoutId((Mapping) value) : value));
        }
        return new Mapping(Position.START, entries);
    }

    private static Mapping withoutId(Mapping block) {
        return new Mapping(
                block.at(),
                block.entries().stream()
                        .filter(e -> !e.key().text().equals(BlockReader.ID))
                        .toList());
    }

    private static YamlNode choice(Object value) {
        Scalar kind = Leaves.text(Shapes.nameOf(value.getClass()));
        List<Entry> entries = new ArrayList<>(List.of(Tree.entry(BlockReader.KIND, kind)));
        entries.addAll(parts(value, value.getClass()));
        return entries.size() == 1 ? kind : new Mapping(Position.START, entries);
    }

    private static List<Entry> parts(Object value, Class<?> record) {
        List<Entry> entries = new ArrayList<>();
        for (Part part : Part.of(record)) {
            Object given = part.get(value);
            if (!Absence.of(part.shape()).filter(given::equals).isPresent()) {
                entries.add(Tree.entry(part.name(), tree(given, part.shape())));
            }
        }
        return entries;
    }

    private static YamlNode expression(Expr<?> expression, Expression shape) {
        return switch (expression) {
            case Expr.Any<?> _ -> Leaves.text(ExpressionReader.ANY);
            case Expr.Is<?>(Object atom) -> tree(atom, shape.atom());
            case Expr.AnyOf<?> any ->
                    Tree.map(Tree.entry(ExpressionReader.ANY_OF, list(any.terms(), shape)));
            case Expr.AllOf<?> all ->
                    Tree.map(Tree.entry(ExpressionReader.ALL_OF, list(all.terms(), shape)));
            case Expr.Not<?> not ->
                    Tree.map(Tree.entry(ExpressionReader.NOT, expression(not.term(), shape)));
            case Expr.Named<?> named ->
                    Tree.map(
                            Tree.entry(ExpressionReader.NAMED, Leaves.text(named.name())),
                            Tree.entry(
                                    ExpressionReader.MEANING, expression(named.meaning(), shape)));
            case Expr.Unknown<?> unknown ->
                    Tree.map(Tree.entry(ExpressionReader.UNKNOWN, Leaves.text(unknown.reason())));
        };
    }
}
