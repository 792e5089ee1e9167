package io.portolan.model.rule;

import io.portolan.model.policy.Expr;

import java.util.List;
import java.util.function.Predicate;

/// Evaluates expressions of the plan over one value.
final class Expressions {
    private Expressions() {}

    /// True unless the expression is false for certain.
    static <A> boolean mayHold(Expr<A> expression, Predicate<A> atom) {
        return holds(expression, atom, true);
    }

    private static <A> boolean holds(Expr<A> expression, Predicate<A> atom, boolean unknown) {
        return switch (expression) {
            case Expr.Any<A> _ -> true;
            case Expr.Is<A>(A value) -> atom.test(value);
            case Expr.AnyOf<A>(List<Expr<A>> terms) ->
                    terms.stream().anyMatch(term -> holds(term, atom, unknown));
            case Expr.AllOf<A>(List<Expr<A>> terms) ->
                    terms.stream().allMatch(term -> holds(term, atom, unknown));
            case Expr.Not<A>(Expr<A> term) -> !holds(term, atom, !unknown);
            case Expr.Named<A>(String _, Expr<A> meaning) -> holds(meaning, atom, unknown);
            case Expr.Unknown<A> _ -> unknown;
        };
    }
}
