package io.portolan.exporters.manifest;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// What kinds of objects may stand in a text that cannot be decoded: each kind that it names, of
/// each version that it names.
final class Guesses {
    private static final String VALUE = "[\"']?\\s*:\\s*[\"']?([A-Za-z][A-Za-z0-9./-]*)";
    private static final Pattern VERSION = Pattern.compile("apiVersion" + VALUE);
    private static final Pattern KIND = Pattern.compile("\\bkind" + VALUE);

    record Guess(String version, String kind) {}

    private Guesses() {}

    static List<Guess> of(String text) {
        List<String> versions = values(VERSION, text).toList();
        return values(KIND, text)
                .flatMap(kind -> versions.stream().map(version -> new Guess(version, kind)))
                .toList();
    }

    private static Stream<String> values(Pattern pattern, String text) {
        return pattern.matcher(text).results().map((MatchResult r) -> r.group(1)).distinct();
    }
}
