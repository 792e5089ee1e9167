package io.portolan.exporters.manifest;

import io.portolan.model.format.Position;
import io.portolan.model.format.YamlNode;
import io.portolan.model.format.YamlNode.Mapping;
import io.portolan.model.format.YamlNode.Scalar;
import io.portolan.model.format.YamlNode.Sequence;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.regex.Pattern;

/// A value inside an object. Absent and `null` are the same, as they are for the API server; a
/// value of another type than asked for is refused.
public record Part(YamlNode node) {
    private static final Pattern WHOLE_NUMBER = Pattern.compile("-?[0-9]{1,9}");

    /// Thrown for a value that the API server could not decode.
    public static final class Unfit extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final transient Position at;

        public Unfit(Part part, String message) {
            super(message);
            this.at = part.node().at();
        }

        /// Where the value stands.
        public Position at() {
            return at;
        }
    }

    static Part absent(Position at) {
        return new Part(new Scalar(at, "", true));
    }

    /// The value of a key; absent where there is none.
    public Part get(String key) {
        if (node instanceof Mapping mapping) {
            return mapping.find(key).map(Part::new).orElseGet(() -> absent(node.at()));
        }
        if (isAbsent()) {
            return this;
        }
        throw new Unfit(this, "A block with the key %s is expected here.".formatted(key));
    }

    /// The value of a path of keys.
    public Part get(String first, String... more) {
        Part part = get(first);
        for (String key : more) {
            part = part.get(key);
        }
        return part;
    }

    /// Refuses a block with other keys than these: a misspelled one would be left out in silence.
    ///
    /// @throws Unfit if there is another key
    public void checkKeys(String... known) {
        if (node instanceof Mapping mapping) {
            for (YamlNode.Entry entry : mapping.entries()) {
                if (!List.of(known).contains(entry.key().text())) {
                    throw new Unfit(
                            new Part(entry.key()),
                            "The key (%s) is not known here. It must be one of %s."
                                    .formatted(entry.key().text(), String.join(", ", known)));
                }
            }
        }
    }

    public boolean isAbsent() {
        return node instanceof Scalar scalar && scalar.isNull();
    }

    public boolean isPresent() {
        return !isAbsent();
    }

    /// Absent, or a text, list or block with nothing in it.
    public boolean isEmpty() {
        return switch (node) {
            case Scalar scalar -> scalar.isNull() || scalar.text().isBlank();
            case Sequence sequence -> sequence.items().isEmpty();
            case Mapping _ -> isEmptyBlock();
        };
    }

    /// One-based line.
    public int line() {
        return node.at().line();
    }

    /// A scalar as written.
    public Optional<String> text() {
        if (isAbsent()) {
            return Optional.empty();
        }
        if (node instanceof Scalar scalar) {
            return Optional.of(scalar.text());
        }
        throw new Unfit(this, "One value is expected here.");
    }

    public String text(String fallback) {
        return text().orElse(fallback);
    }

    /// A whole decimal number.
    public Optional<Integer> number() {
        return text().map(this::number);
    }

    private Integer number(String text) {
        if (!WHOLE_NUMBER.matcher(text).matches()) {
            throw new Unfit(this, "The value (%s) must be a whole number.".formatted(text));
        }
        return Integer.valueOf(text);
    }

    public boolean isTrue() {
        return text().filter("true"::equals).isPresent();
    }

    /// The entries of a list; an absent list has none.
    public List<Part> items() {
        if (isAbsent() || isEmptyBlock()) {
            return List.of();
        }
        if (node instanceof Sequence sequence) {
            return sequence.items().stream().map(Part::new).toList();
        }
        throw new Unfit(this, "A list is expected here.");
    }

    /// `ports: {}` means an empty list to the API server's YAML as well.
    private boolean isEmptyBlock() {
        return node instanceof Mapping mapping && mapping.entries().isEmpty();
    }

    /// The texts of a list.
    public List<String> texts() {
        List<String> texts = new ArrayList<>();
        items().forEach(item -> item.text().ifPresent(texts::add));
        return texts;
    }

    /// The keys and values of a block of texts, such as labels.
    public SequencedMap<String, String> strings() {
        SequencedMap<String, String> strings = new LinkedHashMap<>();
        fields().forEach((key, value) -> strings.put(key, value.text("")));
        return strings;
    }

    /// The keys and values of a block.
    public SequencedMap<String, Part> fields() {
        SequencedMap<String, Part> fields = new LinkedHashMap<>();
        if (node instanceof Mapping mapping) {
            mapping.entries().forEach(e -> fields.put(e.key().text(), new Part(e.value())));
        } else if (isPresent()) {
            throw new Unfit(this, "A block of keys and values is expected here.");
        }
        return fields;
    }
}
