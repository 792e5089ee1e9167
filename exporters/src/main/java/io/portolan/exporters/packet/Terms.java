package io.portolan.exporters.packet;

import io.portolan.model.policy.Expr;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// An expression as a union of intersections.
final class Terms {
    /// More alternatives than this are no list that anybody could read.
    private static final int MOST = 512;

    private Terms() {}

    /// An atom, or its complement.
    record Literal<A>(A atom, boolean positive) {}

    static <A> List<List<Literal<A>>> of(Expr<A> expression) {
        return of(expression, true);
    }

    private static <A> List<List<Literal<A>>> of(Expr<A> expression, boolean positive) {
        return switch (expression) {
            case Expr.Any<A>() -> positive ? List.of(List.of()) : List.of();
            case Expr.Is<A>(A atom) -> List.of(List.of(new Literal<>(atom, positive)));
            case Expr.AnyOf<A>(var terms) -> positive ? either(terms, true) : all(terms, false);
            case Expr.AllOf<A>(var terms) -> positive ? all(terms, true) : either(terms, false);
            case Expr.Not<A>(var term) -> of(term, !positive);
            case Expr.Named<A>(_, var meaning) -> of(meaning, positive);
            case Expr.Unknown<A>(var reason) -> throw new CannotSay(reason);
        };
    }

    private static <A> List<List<Literal<A>>> either(List<Expr<A>> terms, boolean positive) {
        return terms.stream().flatMap(t -> of(t, positive).stream()).toList();
    }

    private static <A> List<List<Literal<A>>> all(List<Expr<A>> terms, boolean positive) {
        List<List<Literal<A>>> product = List.of(List.of());
        for (Expr<A> term : terms) {
            List<List<Literal<A>>> alternatives = of(term, positive);
            List<List<Literal<A>>> next = new ArrayList<>();
            for (List<Literal<A>> left : product) {
                alternatives.forEach(
                        right -> next.add(Stream.concat(left.stream(), right.stream()).toList()));
            }
            if (next.size() > MOST) {
                throw new CannotSay("more than " + MOST + " alternatives");
            }
            product = next;
        }
        return product;
    }
}
