package io.portolan.exporters.mesh.istio;

import io.portolan.model.policy.Text;

import java.util.List;
import java.util.Locale;

/// Tests on texts as Istio writes them.
final class Patterns {
    private Patterns() {}

    static List<String> of(Text text) {
        return switch (text) {
            case Text.Exact(var value) -> List.of(value);
            case Text.OneOf(var values) -> List.copyOf(values);
            case Text.Prefix(var value) -> List.of(value + "*");
            case Text.Suffix(var value) -> List.of("*" + value);
            case Text.Present _ -> List.of("*");
            case Text.Under(var apex, _) -> List.of("*." + apex.toLowerCase(Locale.ROOT));
            case Text.Contains _, Text.Regex _ ->
                    throw new Unwritable(
                            "Istio compares whole values, prefixes and suffixes only",
                            "Write the values out.");
        };
    }

    /// The one value, where a place takes no list.
    static String single(Text text) {
        List<String> values = of(text);
        if (values.size() != 1) {
            throw new Unwritable("Istio takes one value here", "Write one rule for each value.");
        }
        return values.getFirst();
    }
}
