package io.portolan.exporters.kubernetes.calico;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Policies of one order that the newest release of Calico asks before another one, with their
/// places. Policies of two namespaces never select the same endpoint and do not compete.
final class AskedBefore {
    private static final String EVERYBODY = "*";
    private static final String GLOBAL = "";

    private final Map<String, List<Highest>> byNamespace = new HashMap<>();

    /// Names in one form: those above all before them, ascending.
    private record Highest(List<String> names, List<Integer> places) {
        Highest() {
            this(new ArrayList<>(), new ArrayList<>());
        }

        void add(String name, int place) {
            if (names.isEmpty() || name.compareTo(names.getLast()) > 0) {
                names.add(name);
                places.add(place);
            }
        }

        /// The first place with a name above this one.
        OptionalInt above(String name) {
            int found = Collections.binarySearch(names, name);
            int next = found >= 0 ? found + 1 : -found - 1;
            return next < names.size() ? OptionalInt.of(places.get(next)) : OptionalInt.empty();
        }
    }

    void add(Filed policy, int place) {
        for (String whose : List.of(policy.namespace(), EVERYBODY)) {
            List<Highest> forms =
                    byNamespace.computeIfAbsent(
                            whose, _ -> Stream.generate(Highest::new).limit(Filed.FORMS).toList());
            for (int form = 0; form < Filed.FORMS; form++) {
                forms.get(form).add(policy.names().get(form), place);
            }
        }
    }

    /// The first place of one that some release asks after this policy.
    OptionalInt overtaken(Filed policy) {
        Stream<String> whom =
                policy.namespace().equals(GLOBAL)
                        ? Stream.of(EVERYBODY)
                        : Stream.of(policy.namespace(), GLOBAL);
        return whom.flatMap(w -> Stream.ofNullable(byNamespace.get(w)))
                .flatMapToInt(forms -> overtaken(policy, forms))
                .min();
    }

    private static IntStream overtaken(Filed policy, List<Highest> forms) {
        return IntStream.range(0, Filed.FORMS)
                .flatMap(form -> forms.get(form).above(policy.names().get(form)).stream());
    }
}
