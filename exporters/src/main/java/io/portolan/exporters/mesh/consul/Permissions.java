package io.portolan.exporters.mesh.consul;

import io.portolan.exporters.manifest.Part;
import io.portolan.model.policy.Expr;
import io.portolan.model.policy.Request;
import io.portolan.model.policy.Text;

import java.util.List;

/// What a permission of an intention asks of a request.
final class Permissions {
    private Permissions() {}

    static Expr<Request> term(String key, Part value) {
        return switch (key) {
            case "pathExact" -> path(new Text.Exact(value.text("")));
            case "pathPrefix" -> path(new Text.Prefix(value.text("")));
            case "pathRegex" -> path(new Text.Regex(value.text("")));
            case "methods" -> methods(value.texts());
            case "header" -> headers(value);
            default -> new Expr.Unknown<>("the condition %s is not analysed".formatted(key));
        };
    }

    static Expr<Request> token() {
        return new Expr.Unknown<>("tokens are not analysed");
    }

    private static Expr<Request> path(Text text) {
        return Expr.is(new Request.Path(text));
    }

    private static Expr<Request> methods(List<String> names) {
        return new Expr.AnyOf<>(
                names.stream()
                        .<Expr<Request>>map(m -> Expr.is(new Request.Method(new Text.Exact(m))))
                        .toList());
    }

    /// All of them must hold.
    private static Expr<Request> headers(Part headers) {
        return new Expr.AllOf<>(headers.items().stream().map(Permissions::header).toList());
    }

    private static Expr<Request> header(Part header) {
        Expr<Request> test = Expr.is(new Request.Header(header.get("name").text(""), text(header)));
        Expr<Request> all =
                header.get("ignoreCase").isTrue()
                        ? Expr.allOf(test, new Expr.Unknown<>("ignoreCase is not analysed"))
                        : test;
        return header.get("invert").isTrue() ? Expr.not(all) : all;
    }

    private static Text text(Part header) {
        if (header.get("exact").isPresent()) {
            return new Text.Exact(header.get("exact").text(""));
        }
        if (header.get("prefix").isPresent()) {
            return new Text.Prefix(header.get("prefix").text(""));
        }
        if (header.get("suffix").isPresent()) {
            return new Text.Suffix(header.get("suffix").text(""));
        }
        if (header.get("contains").isPresent()) {
            return new Text.Contains(header.get("contains").text(""));
        }
        return header.get("regex").isPresent()
                ? new Text.Regex(header.get("regex").text(""))
                : new Text.Present();
    }
}
