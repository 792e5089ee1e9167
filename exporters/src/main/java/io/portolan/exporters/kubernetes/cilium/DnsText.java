package io.portolan.exporters.kubernetes.cilium;

import io.portolan.model.policy.Depth;
import io.portolan.model.policy.Text;

import java.util.Locale;
import java.util.regex.Pattern;

/// Names of DNS as Cilium writes them. In a pattern `*` stands for any part of one label, `**.` at
/// its beginning for any number of labels, `*` alone for every name; the name itself is never meant
/// by `*.` before it.
final class DnsText {
    private DnsText() {}

    static Text name(String name) {
        return new Text.Exact(plain(name));
    }

    static Text pattern(String written) {
        String pattern = plain(written);
        if (pattern.equals("*")) {
            return new Text.Present();
        }
        if (pattern.indexOf('*') < 0) {
            return new Text.Exact(pattern);
        }
        if (pattern.startsWith("**.") && pattern.indexOf('*', 2) < 0) {
            return new Text.Under(pattern.substring(3), Depth.ANY);
        }
        return pattern.startsWith("*.") && pattern.indexOf('*', 1) < 0
                ? new Text.Under(pattern.substring(2), Depth.ONE_LABEL)
                : new Text.Regex(regex(pattern));
    }

    private static String plain(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return lower.endsWith(".") ? lower.substring(0, lower.length() - 1) : lower;
    }

    private static String regex(String pattern) {
        boolean deep = pattern.startsWith("**.");
        StringBuilder regex = new StringBuilder(deep ? "([-a-z0-9_]+[.])+" : "");
        for (String label : pattern.substring(deep ? 3 : 0).split("(?=[*])|(?<=[*])", -1)) {
            regex.append(label.equals("*") ? "[-a-z0-9_]*" : Pattern.quote(label));
        }
        return regex.toString();
    }
}
