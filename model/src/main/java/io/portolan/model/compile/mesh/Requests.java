package io.portolan.model.compile.mesh;

import io.portolan.model.policy.Expr;
import io.portolan.model.policy.Request;
import io.portolan.model.policy.Text;

import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/// Conditions on HTTP requests as designs write them.
public final class Requests {
    /// Before a path that means nothing below it.
    public static final String EXACT = "=";

    private Requests() {}

    /// A path; with `*` at its end everything that begins so, with `=` before it that path alone,
    /// else also what lies below.
    public static Expr<Request> path(String path) {
        if (path.endsWith("*")) {
            return prefix(path.substring(0, path.length() - 1));
        }
        if (path.startsWith(EXACT)) {
            return Expr.is(new Request.Path(new Text.Exact(path.substring(EXACT.length()))));
        }
        String below = path.endsWith("/") ? path : path + "/";
        return Expr.anyOf(Expr.is(new Request.Path(new Text.Exact(path))), prefix(below));
    }

    private static Expr<Request> prefix(String start) {
        return Expr.is(new Request.Path(new Text.Prefix(start)));
    }

    /// Any of the methods; empty if none is named.
    public static Optional<Expr<Request>> methods(List<String> methods) {
        return methods.isEmpty()
                ? Optional.empty()
                : Optional.of(Expr.is(new Request.Method(new Text.OneOf(new TreeSet<>(methods)))));
    }
}
