package io.portolan.exporters.kubernetes;

import io.portolan.exporters.manifest.Part;
import io.portolan.model.format.YamlNode;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What a rule of the Gateway API asks of a request, as far as a route can hold it. The rest is a
/// condition that nobody decides.
record RouteMatch(Optional<String> path, List<String> methods, Optional<String> condition) {
    static final RouteMatch ANY = new RouteMatch(Optional.empty(), List.of(), Optional.empty());

    static RouteMatch of(Part match) {
        List<String> open = new ArrayList<>();
        Part path = match.get("path");
        boolean expression = path.get("type").text("").equals("RegularExpression");
        if (expression) {
            open.add("the path matches " + path.get("value").text(""));
        }
        names(match.get("headers")).ifPresent(n -> open.add("the headers " + n));
        names(match.get("queryParams")).ifPresent(n -> open.add("the query parameters " + n));
        Part method = match.get("method");
        boolean verb = method.node() instanceof YamlNode.Scalar;
        if (method.isPresent() && !verb) {
            open.add("the method of gRPC");
        }
        return new RouteMatch(
                expression ? Optional.empty() : path(path),
                verb ? method.text().stream().toList() : List.of(),
                open.isEmpty()
                        ? Optional.empty()
                        : Optional.of(String.join(" and ", open) + " are not said"));
    }

    /// The path of a rule of the Gateway API; `type` of an Ingress is said alike.
    private static Optional<String> path(Part path) {
        return path.get("value")
                .text()
                .map(value -> path(path.get("type").text("PathPrefix"), value));
    }

    /// A slash at the end of a prefix counts for nothing.
    static String path(String type, String value) {
        return switch (type) {
            case "Exact" -> "=" + value;
            case "PathPrefix", "Prefix" ->
                    value.length() > 1 ? value.replaceFirst("/+$", "") : value;
            default -> value;
        };
    }

    private static Optional<String> names(Part list) {
        List<String> names = list.items().stream().map(item -> item.get("name").text("")).toList();
        return names.isEmpty() ? Optional.empty() : Optional.of(String.join(", ", names));
    }
}
