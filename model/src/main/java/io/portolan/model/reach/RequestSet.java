package io.portolan.model.reach;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/// HTTP requests by what they ask for: a request is in the set if its host, its method and its path
/// are.
public record RequestSet(TextSet hosts, TextSet methods, TextSet paths) {
    public static final RequestSet ALL = new RequestSet(TextSet.ALL, TextSet.ALL, TextSet.ALL);

    public boolean contains(String host, String method, String path) {
        return hosts.contains(host.toLowerCase(Locale.ROOT))
                && methods.contains(method)
                && paths.contains(path);
    }

    /// The conditions that all must hold: `hosts=..`, `methods=..`, `paths=..`.
    public List<String> conditions() {
        return Stream.of(
                        hosts.conditions("hosts"),
                        methods.conditions("methods"),
                        paths.conditions("paths"))
                .flatMap(List::stream)
                .toList();
    }

    @Override
    public String toString() {
        return String.join(";", conditions());
    }
}
