package io.portolan.model.format;

import io.portolan.model.format.YamlNode.Entry;
import io.portolan.model.format.YamlNode.Mapping;
import io.portolan.model.format.YamlNode.Sequence;

import java.util.Collection;
import java.util.List;

/// Short words to make trees with.
final class Tree {
    private Tree() {}

    static Mapping map(Entry... entries) {
        return new Mapping(Position.START, List.of(entries));
    }

    static Mapping map(Collection<Entry> entries) {
        return new Mapping(Position.START, List.copyOf(entries));
    }

    static Sequence list(Collection<? extends YamlNode> items) {
        return new Sequence(Position.START, List.copyOf(items));
    }

    static Sequence list(YamlNode... items) {
        return new Sequence(Position.START, List.of(items));
    }

    static Sequence words(Collection<String> words) {
        return list(words.stream().map(Leaves::text).toList());
    }

    static Entry entry(String key, YamlNode value) {
        return new Entry(Leaves.text(key), value);
    }

    static Entry entry(String key, String text) {
        return entry(key, Leaves.text(text));
    }
}
