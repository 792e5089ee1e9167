package io.portolan.exporters.kubernetes.calico;

import io.portolan.model.policy.Text;

import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/// Things of which all labels are known, found by a selector without a look at each of them.
final class LabelIndex<T> {
    /// The label that everything in a namespace has.
    static final String NAMESPACE = "projectcalico.org/namespace";

    private final List<T> all;
    private final Map<String, Map<String, BitSet>> carriers = new HashMap<>();

    LabelIndex(List<T> all, Function<T, Map<String, String>> labels) {
        this.all = List.copyOf(all);
        for (int i = 0; i < all.size(); i++) {
            int number = i;
            labels.apply(all.get(i))
                    .forEach((key, value) ->
                            carriers.computeIfAbsent(key, _ -> new HashMap<>())
                                    .computeIfAbsent(value, _ -> new BitSet())
                                    .set(number));
        }
    }

    List<T> all() {
        return all;
    }

    /// Those for which the selector holds, in their order.
    List<T> selected(Selector selector) {
        return numbers(selector).stream().mapToObj(all::get).toList();
    }

    private BitSet numbers(Selector selector) {
        return switch (selector) {
            case Selector.All() -> everything();
            case Selector.Global() -> without(labelled(NAMESPACE, new Text.Present()));
            case Selector.Label(var key, var test) -> labelled(key, test);
            case Selector.Not(var term) -> without(numbers(term));
            case Selector.And(var terms) -> {
                BitSet found = everything();
                terms.forEach(term -> found.and(numbers(term)));
                yield found;
            }
            case Selector.Or(var terms) -> {
                BitSet found = new BitSet();
                terms.forEach(term -> found.or(numbers(term)));
                yield found;
            }
        };
    }

    private BitSet labelled(String key, Text test) {
        BitSet found = new BitSet();
        Map<String, BitSet> values = carriers.getOrDefault(key, Map.of());
        if (test instanceof Text.Exact(var value)) {
            found.or(values.getOrDefault(value, new BitSet()));
        } else {
            values.forEach((value, who) -> {
                if (fits(test, value)) {
                    found.or(who);
                }
            });
        }
        return found;
    }

    private BitSet everything() {
        BitSet found = new BitSet();
        found.set(0, all.size());
        return found;
    }

    private BitSet without(BitSet some) {
        BitSet rest = everything();
        rest.andNot(some);
        return rest;
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
