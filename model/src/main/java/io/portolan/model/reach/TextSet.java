package io.portolan.model.reach;

import io.portolan.model.policy.Text;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedSet;
import java.util.stream.Collectors;

/// Texts that fulfil one test out of each group of `oneOf`, and none of `noneOf`. Nothing in
/// either: every text.
public record TextSet(List<SequencedSet<Text>> oneOf, SequencedSet<Text> noneOf) {
    public static final TextSet ALL = new TextSet(List.of(), new LinkedHashSet<>());

    /// Every text in words: `*`.
    static final TextSet EACH = oneOf(new LinkedHashSet<>(List.of(new Text.Present())));

    public TextSet {
        oneOf = oneOf.stream().map(TextSet::copy).toList();
        noneOf = copy(noneOf);
    }

    private static SequencedSet<Text> copy(SequencedSet<Text> texts) {
        return Collections.unmodifiableSequencedSet(new LinkedHashSet<>(texts));
    }

    static TextSet oneOf(SequencedSet<Text> tests) {
        return new TextSet(List.of(tests), new LinkedHashSet<>());
    }

    static TextSet noneOf(SequencedSet<Text> tests) {
        return new TextSet(List.of(), tests);
    }

    public boolean isAll() {
        return oneOf.isEmpty() && noneOf.isEmpty();
    }

    public boolean contains(String text) {
        return oneOf.stream().allMatch(group -> holds(group, text)) && !holds(noneOf, text);
    }

    private static boolean holds(SequencedSet<Text> tests, String text) {
        return tests.stream().anyMatch(test -> Texts.matches(test, text));
    }

    /// `paths=/a*|/b`, `paths!=/a/secret`: one condition for each group, all of which must hold.
    public List<String> conditions(String key) {
        List<String> conditions = new ArrayList<>();
        oneOf.forEach(group -> conditions.add(key + "=" + words(group)));
        if (!noneOf.isEmpty()) {
            conditions.add(key + "!=" + words(noneOf));
        }
        return conditions;
    }

    private static String words(SequencedSet<Text> tests) {
        return tests.stream().map(TextSet::words).collect(Collectors.joining("|"));
    }

    private static String words(Text test) {
        return switch (test) {
            case Text.OneOf(var values) -> String.join("|", values);
            case Text.Present() -> "*";
            case Text other -> other.words();
        };
    }
}
