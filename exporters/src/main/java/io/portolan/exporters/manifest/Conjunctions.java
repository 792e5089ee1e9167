package io.portolan.exporters.manifest;

import io.portolan.model.policy.Expr;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// An expression as a union of conjunctions, the shape in which most Kubernetes APIs take peers.
public final class Conjunctions {
    /// An expression that would need more is written by nobody by hand.
    private static final int MOST = 1_000;

    private Conjunctions() {}

    /// One part of a conjunction.
    public sealed interface Literal<A> {
        record Holds<A>(A atom) implements Literal<A> {}

        record Fails<A>(A atom) implements Literal<A> {}

        /// Nobody can say whether it holds.
        record Undecided<A>(String reason) implements Literal<A> {}
    }

    /// The conjunctions; a conjunction without literals holds always, no conjunction never.
    public static <A> List<List<Literal<A>>> of(Expr<A> expression) {
        return of(expression, Polarity.HOLDS);
    }

    private enum Polarity {
        HOLDS,
        FAILS;

        Polarity opposite() {
            return this == HOLDS ? FAILS : HOLDS;
        }
    }

    private static <A> List<List<Literal<A>>> of(Expr<A> expression, Polarity polarity) {
        return switch (expression) {
            case Expr.Any<A> _ -> polarity == Polarity.HOLDS ? List.of(List.of()) : List.of();
            case Expr.Is<A>(A atom) -> List.of(List.of(literal(atom, polarity)));
            case Expr.AnyOf<A>(var terms) ->
                    polarity == Polarity.HOLDS ? union(terms, polarity) : product(terms, polarity);
            case Expr.AllOf<A>(var terms) ->
                    polarity == Polarity.HOLDS ? product(terms, polarity) : union(terms, polarity);
            case Expr.Not<A>(var term) -> of(term, polarity.opposite());
            case Expr.Named<A>(String _, var meaning) -> of(meaning, polarity);
            case Expr.Unknown<A>(String reason) ->
                    List.of(List.of(new Literal.Undecided<>(reason)));
        };
    }

    private static <A> Literal<A> literal(A atom, Polarity polarity) {
        return polarity == Polarity.HOLDS ? new Literal.Holds<>(atom) : new Literal.Fails<>(atom);
    }

    private static <A> List<List<Literal<A>>> union(List<Expr<A>> terms, Polarity polarity) {
        return terms.stream().flatMap(term -> of(term, polarity).stream()).toList();
    }

    private static <A> List<List<Literal<A>>> product(List<Expr<A>> terms, Polarity polarity) {
        List<List<Literal<A>>> all = List.of(List.of());
        for (Expr<A> term : terms) {
            List<List<Literal<A>>> next = new ArrayList<>();
            for (List<Literal<A>> right : of(term, polarity)) {
                all.forEach(left -> next.add(joined(left, right)));
            }
            if (next.size() > MOST) {
                return List.of(List.of(new Literal.Undecided<>("it is too large to write out")));
            }
            all = next;
        }
        return all;
    }

    private static <T> List<T> joined(List<T> left, List<T> right) {
        return Stream.concat(left.stream(), right.stream()).toList();
    }
}
