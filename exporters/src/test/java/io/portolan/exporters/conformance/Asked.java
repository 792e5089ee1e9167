package io.portolan.exporters.conformance;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/// One request to compare tables by, with its `methods`, `paths` and `hosts`.
record Asked(Map<String, String> values) {
    private static final List<String> METHODS =
            List.of("GET", "HEAD", "POST", "PUT", "DELETE", "CONNECT", "OPTIONS", "TRACE", "PATCH");

    /// Requests that tell apart all values that the conditions name, one that none names among
    /// them.
    static List<Asked> about(List<String> conditions) {
        List<Asked> all = new ArrayList<>();
        for (String method : METHODS) {
            for (String path : named("paths", "/zz-other", conditions)) {
                for (String host : named("hosts", "zz.other.test", conditions)) {
                    all.add(new Asked(Map.of("methods", method, "paths", path, "hosts", host)));
                }
            }
        }
        return all;
    }

    private static SortedSet<String> named(String key, String other, List<String> conditions) {
        SortedSet<String> values = new TreeSet<>(List.of(other));
        conditions.stream()
                .flatMap(c -> Stream.of(c.split(";", -1)))
                .filter(c -> c.startsWith(key))
                .flatMap(c -> Stream.of(c.substring(c.indexOf('=') + 1).split("\\|", -1)))
                .forEach(value -> {
                    values.add(value.replace("*", ""));
                    values.add(value.replace("*", "x9"));
                });
        return values;
    }

    /// `key=a|b*` or `key!=c`.
    boolean fulfils(String condition) {
        int equals = condition.indexOf('=');
        boolean negated = condition.charAt(equals - 1) == '!';
        String value = values.getOrDefault(condition.substring(0, equals - (negated ? 1 : 0)), "");
        return negated
                != Stream.of(condition.substring(equals + 1).split("\\|", -1))
                        .anyMatch(pattern -> matches(pattern, value));
    }

    private static boolean matches(String pattern, String value) {
        if (pattern.endsWith("*")) {
            return value.startsWith(pattern.substring(0, pattern.length() - 1));
        }
        return pattern.startsWith("*")
                ? value.endsWith(pattern.substring(1))
                : value.equals(pattern);
    }
}
