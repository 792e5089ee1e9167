package io.portolan.model.reach;

import io.portolan.model.policy.Text;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedSet;

/// Texts enough to show every combination of tests that one text can fulfil. What a text begins and
/// ends with decides all tests but equality and what is somewhere in between, so a longest
/// beginning and a longest end with a filler between them stand for every text that has both.
final class Samples {
    /// More tests for a part in the middle than this have too many combinations.
    static final int MOST_PARTS = 5;

    /// A private use character, in no test.
    private static final String FILLER = "\ue000";

    private static final List<String> FILLERS = List.of(FILLER, FILLER + "." + FILLER);

    private final SequencedSet<String> whole = new LinkedHashSet<>(List.of(""));
    private final SequencedSet<String> starts = new LinkedHashSet<>(List.of(""));
    private final SequencedSet<String> ends = new LinkedHashSet<>(List.of(""));
    private final SequencedSet<String> parts = new LinkedHashSet<>();

    Samples(SequencedSet<Text> tests) {
        tests.forEach(this::collect);
    }

    private void collect(Text test) {
        switch (test) {
            case Text.Exact(var value) -> whole.add(value);
            case Text.OneOf(var values) -> whole.addAll(values);
            case Text.Prefix(var value) -> starts.add(value);
            case Text.Suffix(var value) -> ends.add(value);
            case Text.Contains(var value) -> parts.add(value);
            case Text.Under(var apex, _) -> ends.add("." + apex);
            case Text.Present(), Text.Regex(_) -> {}
        }
    }

    List<String> all() {
        SequencedSet<String> all = new LinkedHashSet<>(whole);
        for (String start : starts) {
            for (String end : ends) {
                joined(start, end, all);
            }
        }
        return List.copyOf(all);
    }

    private void joined(String start, String end, SequencedSet<String> into) {
        for (int shared = 0; shared <= Math.min(start.length(), end.length()); shared++) {
            if (start.endsWith(end.substring(0, shared))) {
                into.add(start + end.substring(shared));
            }
        }
        for (String filler : FILLERS) {
            middles(filler).forEach(middle -> into.add(start + middle + end));
        }
    }

    /// Fillers with every choice of parts between them.
    private List<String> middles(String filler) {
        List<String> middles = new ArrayList<>(List.of(filler));
        for (String part : parts) {
            List<String> with = middles.stream().map(m -> m + part + FILLER).toList();
            middles.addAll(with);
        }
        return middles;
    }
}
