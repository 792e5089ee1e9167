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
import io.portolan.model.net.PortSet;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/// Binds a tree to records and sealed types, collecting every problem with its place.
final class RecordReader {
    private final Problems problems = new Problems();
    private final BlockReader blocks = new BlockReader(this, problems);
    private final ExpressionReader expressions = new ExpressionReader(this, problems);

    List<Problem> problems() {
        return problems.all();
    }

    /// Reads a whole tree as that type; empty if there was any problem.
    <T> Optional<T> read(YamlNode node, Class<T> type) {
        Optional<Object> read = bind(node, Shapes.of(type));
        return problems.count() > 0 ? Optional.empty() : read.map(type::cast);
    }

    Optional<Object> bind(YamlNode node, Shape shape) {
        return switch (shape) {
            case Leaf leaf -> leaf(node, leaf);
            case Ports _ -> ports(node);
            case Maybe maybe -> maybe(node, maybe);
            case Listing list -> list(node, list);
            case Table table -> table(node, table);
            case Block block -> blocks.block(node, block.type());
            case Choice choice -> blocks.choice(node, choice);
            case Expression expression -> expressions.read(node, expression);
        };
    }

    private Optional<Object> leaf(YamlNode node, Leaf leaf) {
        if (!(node instanceof Scalar scalar)) {
            return problems.addHere(node, "One value is expected here, not a list or a block.");
        }
        if (scalar.isNull()) {
            return problems.addHere(node, "A value is missing here. Write one, or no key.");
        }
        try {
            return Optional.of(Leaves.parse(leaf, scalar));
        } catch (IllegalArgumentException e) {
            return problems.add(scalar.at(), String.valueOf(e.getMessage()));
        }
    }

    private Optional<Object> ports(YamlNode node) {
        if (!(node instanceof Sequence list)) {
            return leaf(node, new Shape.Value(PortSet.class));
        }
        PortSet all = PortSet.NONE;
        for (YamlNode item : list.items()) {
            PortSet more =
                    leaf(item, new Shape.Value(PortSet.class))
                            .map(PortSet.class::cast)
                            .orElse(PortSet.NONE);
            all = all.union(more);
        }
        return Optional.of(all);
    }

    private Optional<Object> maybe(YamlNode node, Maybe maybe) {
        Optional<Object> value = bind(node, maybe.of());
        if (maybe.type() == OptionalInt.class) {
            return value.map(v -> OptionalInt.of((Integer) v));
        }
        return Optional.of(value);
    }

    private Optional<Object> list(YamlNode node, Listing shape) {
        List<Object> all = new ArrayList<>();
        List<YamlNode> items = items(node, shape);
        for (int i = 0; i < items.size(); i++) {
            YamlNode item = items.get(i);
            problems.below(Integer.toString(i), item.at(), () -> bind(item, shape.of()))
                    .ifPresent(all::add);
        }
        return Optional.of(shape.type() == Set.class ? new LinkedHashSet<>(all) : all);
    }

    private List<YamlNode> items(YamlNode node, Listing shape) {
        return switch (node) {
            case Sequence list -> list.items();
            case Scalar scalar when scalar.isNull() -> List.of();
            case Scalar scalar when shape.of() instanceof Leaf -> List.of(scalar);
            case Scalar _, Mapping _ -> {
                problems.addHere(node, "A list is expected here. Begin each item with a dash.");
                yield List.of();
            }
        };
    }

    private Optional<Object> table(YamlNode node, Table shape) {
        Map<Object, Object> all = new LinkedHashMap<>();
        boolean keyed = Shapes.keyed(shape);
        for (Entry entry : entries(node)) {
            YamlNode value = keyed ? BlockReader.withId(entry) : entry.value();
            Optional<Object> key = leaf(entry.key(), shape.key());
            problems.below(
                            entry.key().text(),
                            entry.key().at(),
                            () -> key.flatMap(_ -> bind(value, shape.value())))
                    .ifPresent(bound -> all.put(key.orElseThrow(), bound));
        }
        return Optional.of(all);
    }

    private List<Entry> entries(YamlNode node) {
        return switch (node) {
            case Mapping map -> map.entries();
            case Scalar scalar when scalar.isNull() -> List.of();
            case Scalar _, Sequence _ -> {
                problems.addHere(node, "Keys with values are expected here, like name: value.");
                yield List.of();
            }
        };
    }
}
