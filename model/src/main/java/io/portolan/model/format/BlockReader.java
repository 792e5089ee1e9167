package io.portolan.model.format;

import io.portolan.model.format.Shape.Choice;
import io.portolan.model.format.YamlNode.Entry;
import io.portolan.model.format.YamlNode.Mapping;
import io.portolan.model.format.YamlNode.Scalar;
import io.portolan.model.format.YamlNode.Sequence;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Reads records, and finds the record that a `kind` asks for.
final class BlockReader {
    static final String KIND = "kind";
    static final String ID = "id";

    private final RecordReader values;
    private final Problems problems;

    BlockReader(RecordReader values, Problems problems) {
        this.values = values;
        this.problems = problems;
    }

    /// The block of a table in which the key is the id.
    static YamlNode withId(Entry entry) {
        if (!(entry.value() instanceof Mapping block)) {
            return entry.value();
        }
        Scalar name = new Scalar(entry.key().at(), ID, true);
        List<Entry> entries = new ArrayList<>(List.of(new Entry(name, entry.key())));
        entries.addAll(block.entries());
        return new Mapping(block.at(), entries);
    }

    /// True for what `withId` has made: its first key is the id, which stands outside of it.
    private static boolean isIdOutside(Mapping block) {
        Scalar first = block.entries().getFirst().key();
        return first.text().equals(ID) && first.plain() && first.at().compareTo(block.at()) < 0;
    }

    Optional<Object> choice(YamlNode node, Choice choice) {
        return switch (node) {
            case Mapping block -> choice(block, choice);
            case Scalar name -> byName(name, choice);
            case Sequence _ -> problems.addHere(node, "One block is expected here, not a list.");
        };
    }

    private Optional<Object> choice(Mapping block, Choice choice) {
        Optional<YamlNode> kind = block.find(KIND);
        if (kind.isEmpty() || !(kind.get() instanceof Scalar name)) {
            return problems.addHere(
                    block, "The key (kind) is missing. Write one of %s.".formatted(names(choice)));
        }
        return kind(name, choice).flatMap(type -> record(block, type, true));
    }

    /// A kind without any key that must be there may be written as its name.
    private Optional<Object> byName(Scalar name, Choice choice) {
        return kind(name, choice)
                .flatMap(type -> record(new Mapping(name.at(), List.of()), type, true));
    }

    private Optional<Class<?>> kind(Scalar name, Choice choice) {
        for (Class<?> type : Shapes.kinds(choice.type())) {
            if (Shapes.nameOf(type).equals(name.text())) {
                return Optional.of(type);
            }
        }
        String advice = Nearest.advice(name.text(), names(choice));
        return problems.add(
                name.at(),
                "Unknown kind (%s).%s"
                        .formatted(
                                name.text(),
                                advice.isEmpty()
                                        ? " Write one of %s.".formatted(names(choice))
                                        : advice));
    }

    private static List<String> names(Choice choice) {
        return Shapes.kinds(choice.type()).stream().map(Shapes::nameOf).toList();
    }

    Optional<Object> block(YamlNode node, Class<?> type) {
        return switch (node) {
            case Mapping block -> record(block, type, false);
            case Scalar scalar when scalar.isNull() ->
                    record(new Mapping(node.at(), List.of()), type, false);
            case Scalar _, Sequence _ ->
                    problems.addHere(
                            node,
                            "A block of keys is expected here: %s.".formatted(keys(Part.of(type))));
        };
    }

    private static String keys(List<Part> parts) {
        return String.join(", ", parts.stream().map(Part::name).toList());
    }

    private Optional<Object> record(Mapping block, Class<?> type, boolean withKind) {
        int before = problems.count();
        List<Part> parts = Part.of(type);
        checkKeys(block, parts, withKind);
        List<Object> values = new ArrayList<>();
        for (Part part : parts) {
            part(block, part).ifPresent(values::add);
        }
        return problems.count() > before ? Optional.empty() : construct(block, type, values);
    }

    private void checkKeys(Mapping block, List<Part> parts, boolean withKind) {
        List<String> known = parts.stream().map(Part::name).toList();
        block.entries().stream()
                .skip(1)
                .filter(e -> e.key().text().equals(ID) && isIdOutside(block))
                .forEach(e ->
                        problems.add(
                                e.key().at(),
                                "The key (id) is not written here: it is the name of the block."));
        for (Entry entry : block.entries()) {
            String key = entry.key().text();
            if (!known.contains(key) && !(withKind && key.equals(KIND))) {
                String advice = Nearest.advice(key, known);
                problems.add(
                        entry.key().at(),
                        "Unknown key (%s).%s"
                                .formatted(
                                        key,
                                        advice.isEmpty()
                                                ? " The keys here are %s.".formatted(keys(parts))
                                                : advice));
            }
        }
    }

    private Optional<Object> part(Mapping block, Part part) {
        Optional<Entry> entry = block.findEntry(part.name());
        if (entry.isPresent()) {
            Entry given = entry.get();
            return problems.below(
                    part.name(), given.key().at(), () -> values.bind(given.value(), part.shape()));
        }
        Optional<Object> absent = Absence.of(part.shape());
        return absent.isPresent()
                ? absent
                : problems.addHere(block, "The key (%s) is missing.".formatted(part.name()));
    }

    private Optional<Object> construct(Mapping block, Class<?> type, List<Object> values) {
        try {
            return Optional.of(Part.construct(type, values));
        } catch (IllegalArgumentException e) {
            String message = String.valueOf(e.getMessage());
            Optional<Entry> offending =
                    block.entries().stream().filter(entry -> isNamed(entry, message)).findFirst();
            return offending.isPresent()
                    ? problems.add(offending.get().key().at(), message)
                    : problems.addHere(block, message);
        }
    }

    /// Messages name the offending value in parentheses: `The VLAN tag (5000) ...`.
    private static boolean isNamed(Entry entry, String message) {
        return entry.value() instanceof Scalar value && message.contains("(" + value.text() + ")");
    }
}
