package io.portolan.model.reach;

import io.portolan.model.policy.Depth;
import io.portolan.model.policy.Text;

import java.util.Locale;

/// Tests on names, hosts and paths.
final class Texts {
    private Texts() {}

    static boolean matches(Text test, String value) {
        return switch (test) {
            case Text.Exact(var wanted) -> value.equals(wanted);
            case Text.OneOf(var wanted) -> wanted.contains(value);
            case Text.Prefix(var start) -> value.startsWith(start);
            case Text.Suffix(var end) -> value.endsWith(end);
            case Text.Contains(var part) -> value.contains(part);
            case Text.Present() -> true;
            case Text.Under(var apex, var depth) -> isUnder(apex, depth, value);
            case Text.Regex(var pattern) -> value.matches(pattern);
        };
    }

    /// What the test means cannot be told from one text for another.
    static boolean isOpaque(Text test) {
        return test instanceof Text.Regex;
    }

    static boolean matchesName(Text test, String name) {
        return matches(test, name.toLowerCase(Locale.ROOT));
    }

    private static boolean isUnder(String apex, Depth depth, String name) {
        if (!name.endsWith("." + apex)) {
            return false;
        }
        String labels = name.substring(0, name.length() - apex.length() - 1);
        return !labels.isEmpty() && (depth == Depth.ANY || labels.indexOf('.') < 0);
    }
}
