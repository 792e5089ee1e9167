package io.portolan.model.reach;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/// HTTP requests in clear by what they ask for: a request is in the set if its host, its method and
/// its path are. Or connections under TLS by the server name that they ask for, whatever is inside:
/// then `serverNames` is not every text, and the others are.
public record RequestSet(TextSet hosts, TextSet methods, TextSet paths, TextSet serverNames) {
    static RequestSet inClear(TextSet hosts, TextSet methods, TextSet paths) {
        return new RequestSet(hosts, methods, paths, TextSet.ALL);
    }

    static RequestSet underTls(TextSet serverNames) {
        return new RequestSet(TextSet.ALL, TextSet.ALL, TextSet.ALL, serverNames);
    }

    private boolean isInClear() {
        return serverNames.isAll();
    }

    /// Whether a request in clear is among them.
    public boolean contains(String host, String method, String path) {
        return isInClear()
                && hosts.contains(host.toLowerCase(Locale.ROOT))
                && methods.contains(method)
                && paths.contains(path);
    }

    /// The conditions that all must hold: `hosts=..`, `methods=..`, `paths=..`, `serverNames=..`.
    public List<String> conditions() {
        return Stream.of(
                        hosts.conditions("hosts"),
                        methods.conditions("methods"),
                        paths.conditions("paths"),
                        serverNames.conditions("serverNames"))
                .flatMap(List::stream)
                .toList();
    }

    @Override
    public String toString() {
        return String.join(";", conditions());
    }
}
