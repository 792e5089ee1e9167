package io.portolan.model.format;

import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/// Finds the word that was meant.
final class Nearest {
    private static final int LONGEST = 64;

    private Nearest() {}

    /// ` Maybe tag?`, or nothing where no word is close.
    static String advice(String word, Collection<String> known) {
        return find(word, known).map(" Maybe %s?"::formatted).orElse("");
    }

    /// The closest known word, if it is closer than a word of other letters would be.
    static Optional<String> find(String word, Collection<String> known) {
        if (word.length() > LONGEST) {
            return Optional.empty();
        }
        return known.stream()
                .min(Comparator.comparingInt(k -> distance(word, k)))
                .filter(k ->
                        distance(word, k) <= Math.max(2, Math.max(word.length(), k.length()) / 2));
    }

    /// Letters to put in, take away or change.
    private static int distance(String a, String b) {
        int[] row = new int[b.length() + 1];
        Arrays.setAll(row, i -> i);
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int up = row[j];
                int changed = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(Math.min(up, row[j - 1]) + 1, changed);
                diagonal = up;
            }
        }
        return row[b.length()];
    }
}
