package io.portolan.exporters.text;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.TreeMap;

/// A YAML value to write. Keys are written in the order in which they were put.
public sealed interface Yaml {
    /// A mapping; entries whose value is an empty mapping or list are written as `{}` and `[]`.
    record Mapping(SequencedMap<String, Yaml> entries) implements Yaml {
        public Mapping {
            entries = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(entries));
        }

        public Mapping with(String key, Yaml value) {
            SequencedMap<String, Yaml> copy = new LinkedHashMap<>(entries);
            copy.put(key, value);
            return new Mapping(copy);
        }

        public Mapping with(String key, String value) {
            return with(key, new Scalar(value));
        }

        public Mapping with(String key, long value) {
            return with(key, new Whole(value));
        }
    }

    record Sequence(List<Yaml> items) implements Yaml {
        public Sequence {
            items = List.copyOf(items);
        }

        public Sequence with(Yaml item) {
            List<Yaml> copy = new ArrayList<>(items);
            copy.add(item);
            return new Sequence(copy);
        }
    }

    /// Text, quoted where YAML would read something else.
    record Scalar(String text) implements Yaml {}

    record Whole(long value) implements Yaml {}

    record Flag(boolean value) implements Yaml {}

    /// A value with comment lines above it, whose lines belong to the element or flow `about` ("" =
    /// to none).
    record Commented(List<String> comments, String about, Yaml value) implements Yaml {
        public Commented {
            comments = List.copyOf(comments);
        }
    }

    static Mapping map() {
        return new Mapping(new LinkedHashMap<>());
    }

    /// A mapping of texts with sorted keys: labels, annotations.
    static Mapping sorted(Map<String, String> texts) {
        SequencedMap<String, Yaml> entries = new LinkedHashMap<>();
        new TreeMap<>(texts).forEach((key, value) -> entries.put(key, new Scalar(value)));
        return new Mapping(entries);
    }

    static Sequence list(List<? extends Yaml> items) {
        return new Sequence(List.copyOf(items));
    }

    static Sequence texts(List<String> items) {
        return new Sequence(items.stream().<Yaml>map(Scalar::new).toList());
    }
}
