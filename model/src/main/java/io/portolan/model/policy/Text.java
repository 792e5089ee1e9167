package io.portolan.model.policy;

import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;

/// A test on one string. Hosts and server names are compared in lower case.
public sealed interface Text {
    record Exact(String value) implements Text {}

    record OneOf(Set<String> values) implements Text {
        public OneOf {
            values = Collections.unmodifiableSortedSet(new TreeSet<>(values));
        }
    }

    record Prefix(String value) implements Text {}

    record Suffix(String value) implements Text {}

    record Contains(String value) implements Text {}

    /// There is a value, whatever it is.
    record Present() implements Text {}

    /// A name below `apex`, never the apex itself. Wildcards of different systems differ in depth:
    /// never share a matcher.
    record Under(String apex, Depth depth) implements Text {}

    /// Matches the whole value. A set engine treats it as opaque.
    record Regex(String pattern) implements Text {}

    /// The test as people write it: `*.example.org`.
    default String words() {
        return switch (this) {
            case Exact(var value) -> value;
            case OneOf(var values) -> String.join(" or ", values);
            case Prefix(var value) -> value + "*";
            case Suffix(var value) -> "*" + value;
            case Contains(var value) -> "*" + value + "*";
            case Present() -> "any";
            case Under(var apex, _) -> "*." + apex;
            case Regex(var pattern) -> "/" + pattern + "/";
        };
    }
}
