package io.portolan.exporters.kubernetes.calico;

import io.portolan.model.policy.Text;

import java.util.Map;

/// Whether a selector holds for labels that are all known: those of sets and host endpoints.
final class LabelTest {
    /// The label that everything in a namespace has.
    static final String NAMESPACE = "projectcalico.org/namespace";

    private LabelTest() {}

    static boolean holds(Selector selector, Map<String, String> labels) {
        return switch (selector) {
            case Selector.All() -> true;
            case Selector.Global() -> !labels.containsKey(NAMESPACE);
            case Selector.Label(var key, var test) ->
                    labels.containsKey(key) && fits(test, labels.getOrDefault(key, ""));
            case Selector.Not(var term) -> !holds(term, labels);
            case Selector.And(var terms) -> terms.stream().allMatch(t -> holds(t, labels));
            case Selector.Or(var terms) -> terms.stream().anyMatch(t -> holds(t, labels));
        };
    }

    static boolean fits(Text test, String value) {
        return switch (test) {
            case Text.Exact(var wanted) -> wanted.equals(value);
            case Text.OneOf(var wanted) -> wanted.contains(value);
            case Text.Prefix(var start) -> value.startsWith(start);
            case Text.Suffix(var end) -> value.endsWith(end);
            case Text.Contains(var part) -> value.contains(part);
            case Text.Present() -> true;
            case Text.Under _, Text.Regex _ ->
                    throw new IllegalArgumentException(
                            "Calico's selectors have no such test (%s).".formatted(test.words()));
        };
    }
}
