package io.portolan.exporters.mesh.istio;

import io.portolan.exporters.manifest.Part;
import io.portolan.model.policy.Expr;
import io.portolan.model.policy.Request;
import io.portolan.model.policy.Text;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

/// What a route of a VirtualService asks of a request.
final class RouteMatch {
    /// Where a request came in, not what it asks; names and counts decide nothing.
    private static final Set<String> SILENT = Set.of("name", "gateways", "port", "statPrefix");

    /// Who asks, where the route is one of clients.
    private static final Set<String> CLIENTS = Set.of("sourceLabels", "sourceNamespace");

    private RouteMatch() {}

    /// One entry of `http.match` without what it says of the client.
    static Expr<Request> httpOfAnyClient(Part match) {
        return http(match, key -> SILENT.contains(key) || CLIENTS.contains(key));
    }

    /// One entry of `http.match`.
    static Expr<Request> http(Part match) {
        return http(match, SILENT::contains);
    }

    private static Expr<Request> http(Part match, Predicate<String> isSilent) {
        List<Expr<Request>> terms = new ArrayList<>();
        for (Map.Entry<String, Part> field : match.fields().entrySet()) {
            switch (field.getKey()) {
                case "uri" -> terms.add(text(field.getValue(), Request.Path::new));
                case "method" -> terms.add(text(field.getValue(), Request.Method::new));
                case "authority" -> terms.add(text(field.getValue(), Request.Host::new));
                case "headers" -> headers(field.getValue(), terms);
                case String key when isSilent.test(key) -> {}
                case String key -> terms.add(unknown(key));
            }
        }
        return IstioText.allOf(terms);
    }

    /// One entry of `tls.match`.
    static Expr<Request> tls(Part match) {
        return IstioText.anyOf(
                match.get("sniHosts").texts(),
                host -> Expr.is(new Request.ServerName(IstioText.of(host))));
    }

    /// One of the hosts of the VirtualService, by what `atom` reads; `*` asks for nothing.
    static Expr<Request> host(List<String> hosts, Function<Text, Request> atom) {
        return hosts.contains("*")
                ? Expr.any()
                : IstioText.anyOf(hosts, host -> Expr.is(atom.apply(IstioText.of(host))));
    }

    private static void headers(Part headers, List<Expr<Request>> terms) {
        headers.fields()
                .forEach((name, value) -> terms.add(text(value, t -> new Request.Header(name, t))));
    }

    /// `exact`, `prefix` (of characters, not of path segments) or `regex` (of the whole value).
    private static Expr<Request> text(Part match, Function<Text, Request> atom) {
        Map<String, Part> fields = match.fields();
        if (fields.isEmpty()) {
            return Expr.is(atom.apply(new Text.Present()));
        }
        Map.Entry<String, Part> field = fields.entrySet().iterator().next();
        String value = field.getValue().text("");
        return switch (field.getKey()) {
            case "exact" -> Expr.is(atom.apply(new Text.Exact(value)));
            case "prefix" -> Expr.is(atom.apply(new Text.Prefix(value)));
            case "regex" -> Expr.is(atom.apply(new Text.Regex(value)));
            default ->
                    throw new Part.Unfit(
                            match,
                            "The comparison (%s) must be exact, prefix or regex."
                                    .formatted(field.getKey()));
        };
    }

    private static Expr<Request> unknown(String key) {
        return new Expr.Unknown<>("the condition %s of a route is not analysed".formatted(key));
    }
}
