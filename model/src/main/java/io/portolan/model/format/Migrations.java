package io.portolan.model.format;

import io.portolan.model.format.YamlNode.Entry;
import io.portolan.model.format.YamlNode.Mapping;
import io.portolan.model.format.YamlNode.Scalar;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Brings the tree of an older file to the current version.
final class Migrations {
    /// The version of the form that is written: `portolan: 1`.
    static final int CURRENT = 1;

    static final String VERSION = "portolan";

    /// Every step there is. The first release has none.
    static final Migrations ALL = new Migrations(CURRENT, List.of());

    private final int current;
    private final List<Migration> steps;

    Migrations(int current, List<Migration> steps) {
        this.current = current;
        this.steps = List.copyOf(steps);
    }

    /// @throws Malformed if the tree has no version, or one that cannot be read
    Mapping migrate(YamlNode root) {
        if (!(root instanceof Mapping map)) {
            throw new Malformed(root.at(), "This is no Portolan file. Begin it with portolan: 1.");
        }
        Entry version =
                map.findEntry(VERSION)
                        .orElseThrow(() ->
                                new Malformed(
                                        map.at(),
                                        "The key (portolan) is missing, so this is no Portolan"
                                                + " file. Begin it with portolan: 1."));
        return migrate(map, version, number(version));
    }

    private Mapping migrate(Mapping map, Entry version, int from) {
        if (from > current) {
            throw new Malformed(
                    version.key().at(),
                    "The file has version %d, which a newer Portolan wrote; this one reads up to %d."
                                    .formatted(from, current)
                            + " Open it with the newer one.");
        }
        Mapping result = map;
        for (int at = from; at < current; at++) {
            result = stamped(step(at, version).apply(result), at + 1);
        }
        return result;
    }

    private static int number(Entry version) {
        if (version.value() instanceof Scalar scalar && scalar.text().matches("[0-9]{1,6}")) {
            return Integer.parseInt(scalar.text());
        }
        throw new Malformed(version.key().at(), "The version must be a number. Write portolan: 1.");
    }

    private Migration step(int from, Entry version) {
        Optional<Migration> step = steps.stream().filter(m -> m.from() == from).findFirst();
        return step.orElseThrow(() ->
                new Malformed(
                        version.key().at(),
                        "There is no version %d. Write portolan: %d.".formatted(from, current)));
    }

    private static Mapping stamped(Mapping map, int version) {
        List<Entry> entries = new ArrayList<>();
        for (Entry entry : map.entries()) {
            entries.add(
                    entry.key().text().equals(VERSION)
                            ? new Entry(entry.key(), number(entry.value().at(), version))
                            : entry);
        }
        return new Mapping(map.at(), entries);
    }

    private static Scalar number(Position at, int version) {
        return new Scalar(at, Integer.toString(version), true);
    }
}
