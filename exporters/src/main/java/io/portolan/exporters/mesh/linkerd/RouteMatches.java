package io.portolan.exporters.mesh.linkerd;

import io.portolan.exporters.manifest.Part;
import io.portolan.model.policy.Expr;
import io.portolan.model.policy.Request;
import io.portolan.model.policy.Text;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// The matches of HTTPRoutes in the order in which the Gateway API tries them: exact paths, longest
/// prefixes, methods, headers; what is equal keeps its order.
final class RouteMatches {
    private RouteMatches() {}

    /// A match with its rank in every respect; higher goes first.
    record Ranked(Expr<Request> request, int exact, int prefix, int method, int headers) {
        static final Comparator<Ranked> PRECEDENCE =
                Comparator.comparingInt(Ranked::exact)
                        .thenComparingInt(Ranked::prefix)
                        .thenComparingInt(Ranked::method)
                        .thenComparingInt(Ranked::headers)
                        .reversed();
    }

    /// The matches of one rule; a rule without any matches everything.
    static List<Ranked> of(Part rule) {
        List<Part> matches = rule.get("matches").items();
        return matches.isEmpty()
                ? List.of(new Ranked(Expr.not(Expr.is(new Request.NoHttp())), 0, 0, 0, 0))
                : matches.stream().map(RouteMatches::ranked).toList();
    }

    private static Ranked ranked(Part match) {
        List<Expr<Request>> terms = new ArrayList<>();
        terms.add(Expr.not(Expr.is(new Request.NoHttp())));
        Part path = match.get("path");
        String value = path.get("value").text("/");
        String type = path.get("type").text("PathPrefix");
        if (path.isPresent()) {
            terms.add(path(path, type, value));
        }
        match.get("method").text().ifPresent(m -> terms.add(method(m)));
        List<Part> headers = match.get("headers").items();
        headers.forEach(h -> terms.add(header(h)));
        match.get("queryParams").items().forEach(q -> terms.add(unknown("queryParams")));
        return new Ranked(
                new Expr.AllOf<>(terms),
                type.equals("Exact") ? value.length() : 0,
                value.length(),
                match.get("method").isPresent() ? 1 : 0,
                headers.size());
    }

    /// A prefix is one of path segments.
    private static Expr<Request> path(Part path, String type, String value) {
        return switch (type) {
            case "Exact" -> path(new Text.Exact(value));
            case "PathPrefix" -> prefix(value);
            case "RegularExpression" -> path(new Text.Regex(value));
            default ->
                    throw new Part.Unfit(
                            path,
                            "The type (%s) must be Exact, PathPrefix or RegularExpression."
                                    .formatted(type));
        };
    }

    private static Expr<Request> prefix(String value) {
        String bare = value.endsWith("/") ? value.substring(0, value.length() - 1) : value;
        return bare.isEmpty()
                ? Expr.any()
                : Expr.anyOf(path(new Text.Exact(bare)), path(new Text.Prefix(bare + "/")));
    }

    private static Expr<Request> path(Text text) {
        return Expr.is(new Request.Path(text));
    }

    private static Expr<Request> method(String name) {
        return Expr.is(new Request.Method(new Text.Exact(name)));
    }

    private static Expr<Request> header(Part header) {
        String value = header.get("value").text("");
        Text text =
                header.get("type").text("Exact").equals("Exact")
                        ? new Text.Exact(value)
                        : new Text.Regex(value);
        return Expr.is(new Request.Header(header.get("name").text(""), text));
    }

    private static Expr<Request> unknown(String what) {
        return new Expr.Unknown<>("the condition %s of a route is not analysed".formatted(what));
    }
}
