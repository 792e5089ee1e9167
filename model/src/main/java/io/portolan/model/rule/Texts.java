package io.portolan.model.rule;

import io.portolan.model.policy.Depth;
import io.portolan.model.policy.Text;

/// Tests strings as a plan's `Text` says.
final class Texts {
    private Texts() {}

    static boolean test(Text text, String value) {
        return switch (text) {
            case Text.Exact exact -> exact.value().equals(value);
            case Text.OneOf oneOf -> oneOf.values().contains(value);
            case Text.Prefix prefix -> value.startsWith(prefix.value());
            case Text.Suffix suffix -> value.endsWith(suffix.value());
            case Text.Contains part -> value.contains(part.value());
            case Text.Present _ -> true;
            case Text.Under under -> isUnder(under, value);
            case Text.Regex regex -> value.matches(regex.pattern());
        };
    }

    private static boolean isUnder(Text.Under under, String value) {
        String suffix = "." + under.apex();
        if (!value.endsWith(suffix) || value.length() == suffix.length()) {
            return false;
        }
        String labels = value.substring(0, value.length() - suffix.length());
        return under.depth() == Depth.ANY || labels.indexOf('.') < 0;
    }
}
