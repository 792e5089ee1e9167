package io.portolan.exporters.kubernetes.clusterpolicy;

import io.portolan.exporters.manifest.Part;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/// How the API writes choices: one word of a list, or exactly one field of a block.
final class Words {
    private Words() {}

    /// The one field that a block sets.
    record Field(String name, Part value) {}

    static <T> T one(Part part, Map<String, T> words) {
        T meaning = words.get(part.text(""));
        if (meaning == null) {
            throw new Part.Unfit(
                    part,
                    "The value (%s) must be one of %s."
                            .formatted(
                                    part.text("none"),
                                    String.join(", ", new TreeSet<>(words.keySet()))));
        }
        return meaning;
    }

    /// The field that is set in `part`; a block that is empty (`namespaces: {}`) is set, `null` is
    /// not.
    static Field single(Part part, String what) {
        List<Field> set = new ArrayList<>();
        part.fields()
                .forEach((name, value) -> {
                    if (value.isPresent()) {
                        set.add(new Field(name, value));
                    }
                });
        if (set.size() != 1) {
            throw new Part.Unfit(
                    part,
                    "A %s must set exactly one field, not (%s)."
                            .formatted(
                                    what,
                                    set.isEmpty()
                                            ? "none"
                                            : String.join(
                                                    ", ", set.stream().map(Field::name).toList())));
        }
        return set.getFirst();
    }

    static List<Part> atMost(Part list, int most) {
        List<Part> items = list.items();
        if (items.size() > most) {
            throw new Part.Unfit(
                    list,
                    "The list has %d entries; the API admits %d. Split it."
                            .formatted(items.size(), most));
        }
        return items;
    }

    /// A list that may not be empty where it is written.
    static List<Part> some(Part list, int most, String what) {
        List<Part> items = atMost(list, most);
        if (items.isEmpty()) {
            throw new Part.Unfit(list, "There must be at least one %s.".formatted(what));
        }
        return items;
    }
}
