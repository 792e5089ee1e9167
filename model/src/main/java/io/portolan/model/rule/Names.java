package io.portolan.model.rule;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Collectors;

/// Lists of names in messages.
public final class Names {
    private static final int SHOWN = 3;

    private Names() {}

    /// The first few of many: `a, b, c and 9 more`.
    public static String some(Collection<?> names) {
        String first =
                names.stream().limit(SHOWN).map(Object::toString).collect(Collectors.joining(", "));
        return names.size() <= SHOWN
                ? first
                : "%s and %d more".formatted(first, names.size() - SHOWN);
    }

    /// The name of those offered that differs in the fewest letters, if it is near enough to have
    /// been meant.
    public static Optional<String> nearest(String wanted, Collection<String> offered) {
        return offered.stream()
                .filter(name -> distance(wanted, name) <= Math.max(2, wanted.length() / 3))
                .min(
                        Comparator.comparingInt((String name) -> distance(wanted, name))
                                .thenComparing(name -> name));
    }

    /// Letters to insert, delete or replace (Levenshtein).
    private static int distance(String a, String b) {
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int change = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(change, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[b.length()];
    }
}
