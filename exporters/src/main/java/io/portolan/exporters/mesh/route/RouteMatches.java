package io.portolan.exporters.mesh.route;

import io.portolan.exporters.manifest.Manifest;
import io.portolan.exporters.manifest.Part;
import io.portolan.model.policy.Depth;
import io.portolan.model.policy.Expr;
import io.portolan.model.policy.Request;
import io.portolan.model.policy.Text;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// The matches of HTTPRoutes and GRPCRoutes in the order in which the Gateway API tries them: hosts
/// without a wildcard, longest hosts, exact paths, longest prefixes, methods, headers; what is
/// equal keeps its order.
public final class RouteMatches {
    /// Oldest first; those of unknown age by name, behind.
    public static final Comparator<Manifest> BY_AGE =
            Comparator.comparing(
                            (Manifest m) -> m.root().get("metadata", "creationTimestamp").text("~"))
                    .thenComparing(Manifest::path);

    private RouteMatches() {}

    /// A match with its rank in every respect; higher goes first.
    public record Ranked(
            Expr<Request> request, String host, int exact, int prefix, int method, int headers) {
        public static final Comparator<Ranked> PRECEDENCE =
                Comparator.comparingInt(Ranked::plainHost)
                        .thenComparingInt((Ranked r) -> r.host().length())
                        .thenComparingInt(Ranked::exact)
                        .thenComparingInt(Ranked::prefix)
                        .thenComparingInt(Ranked::method)
                        .thenComparingInt(Ranked::headers)
                        .reversed();

        private int plainHost() {
            return host.startsWith("*") ? 0 : host.length();
        }

        private Ranked ifHttp() {
            Expr<Request> http = Expr.not(Expr.is(new Request.NoHttp()));
            return new Ranked(Expr.allOf(http, request), host, exact, prefix, method, headers);
        }

        private Ranked at(String name) {
            return new Ranked(
                    Expr.allOf(request, Expr.is(new Request.Host(RouteMatches.host(name)))),
                    name,
                    exact,
                    prefix,
                    method,
                    headers);
        }
    }

    /// The matches of one rule of a route, whatever the host, of what is known to be HTTP; a rule
    /// without any matches everything.
    static List<Ranked> ofRule(Manifest route, Part rule) {
        List<Part> matches = rule.get("matches").items();
        boolean grpc = route.kind().equals("GRPCRoute");
        return matches.isEmpty()
                ? List.of(new Ranked(Expr.any(), "", 0, 0, 0, 0))
                : matches.stream().map(m -> grpc ? call(m) : ranked(m)).toList();
    }

    /// The same at each of its hosts.
    public static List<Ranked> of(Manifest route, Part rule) {
        List<Ranked> ranked = ofRule(route, rule).stream().map(Ranked::ifHttp).toList();
        List<String> hosts = route.spec().get("hostnames").texts();
        return hosts.isEmpty()
                ? ranked
                : hosts.stream().flatMap(h -> ranked.stream().map(r -> r.at(h))).toList();
    }

    /// `*.` stands for any number of labels.
    public static Text host(String name) {
        return name.startsWith("*.")
                ? new Text.Under(name.substring(2), Depth.ANY)
                : new Text.Exact(name);
    }

    /// A call of gRPC is a request for `/service/method`.
    private static Ranked call(Part match) {
        List<Expr<Request>> terms = new ArrayList<>();
        Part method = match.get("method");
        String service = method.get("service").text("");
        String name = method.get("method").text("");
        terms.add(
                method.get("type").text("Exact").equals("Exact")
                        ? called(service, name)
                        : unknown("method.type"));
        List<Part> headers = match.get("headers").items();
        headers.forEach(h -> terms.add(header(h)));
        return new Ranked(
                new Expr.AllOf<>(terms), "", 0, service.length(), name.length(), headers.size());
    }

    private static Expr<Request> called(String service, String name) {
        if (service.isEmpty() && name.isEmpty()) {
            return Expr.any();
        }
        if (service.isEmpty()) {
            return path(new Text.Suffix("/" + name));
        }
        String prefix = "/%s/".formatted(service);
        return path(name.isEmpty() ? new Text.Prefix(prefix) : new Text.Exact(prefix + name));
    }

    private static Ranked ranked(Part match) {
        List<Expr<Request>> terms = new ArrayList<>();
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
                "",
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
