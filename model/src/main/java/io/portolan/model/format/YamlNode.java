package io.portolan.model.format;

import java.util.List;
import java.util.Optional;

/// A value read from YAML or JSON that knows where it stands. Aliases and merge keys are resolved;
/// scalars are not interpreted, since only whoever takes the value knows its type.
public sealed interface YamlNode {
    Position at();

    /// Any scalar as written. `plain` is false for what was quoted, or tagged as a text: `NO` is
    /// then certainly a text and `12` no number.
    record Scalar(Position at, String text, boolean plain) implements YamlNode {
        /// True where YAML says that there is no value: nothing, `~` or `null`.
        public boolean isNull() {
            return plain
                    && switch (text) {
                        case "", "~", "null", "Null", "NULL" -> true;
                        default -> false;
                    };
        }
    }

    /// A list.
    record Sequence(Position at, List<YamlNode> items) implements YamlNode {
        public Sequence {
            items = List.copyOf(items);
        }
    }

    /// Keys and values in the order of the text; no key stands twice.
    record Mapping(Position at, List<Entry> entries) implements YamlNode {
        public Mapping {
            entries = List.copyOf(entries);
        }

        /// The value of a key.
        public Optional<YamlNode> find(String key) {
            return findEntry(key).map(Entry::value);
        }

        /// The key with its place, and its value.
        public Optional<Entry> findEntry(String key) {
            for (Entry entry : entries) {
                if (entry.key().text().equals(key)) {
                    return Optional.of(entry);
                }
            }
            return Optional.empty();
        }
    }

    /// One key with its value.
    record Entry(Scalar key, YamlNode value) {}
}
