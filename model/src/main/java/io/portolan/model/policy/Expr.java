package io.portolan.model.policy;

import java.util.List;

/// A boolean expression over atoms of one dimension. `Unknown` cannot be decided at design time (a
/// schedule, a user group, an application id, a line nobody understands): it is neither true nor
/// false and may surface as UNDEFINED.
public sealed interface Expr<A> {
    record Any<A>() implements Expr<A> {}

    record Is<A>(A atom) implements Expr<A> {}

    /// Union; the empty union matches nothing.
    record AnyOf<A>(List<Expr<A>> terms) implements Expr<A> {
        public AnyOf {
            terms = List.copyOf(terms);
        }
    }

    record AllOf<A>(List<Expr<A>> terms) implements Expr<A> {
        public AllOf {
            terms = List.copyOf(terms);
        }
    }

    record Not<A>(Expr<A> term) implements Expr<A> {}

    /// An object or group of the source configuration; it means exactly `meaning`.
    record Named<A>(String name, Expr<A> meaning) implements Expr<A> {}

    record Unknown<A>(String reason) implements Expr<A> {}

    static <A> Expr<A> any() {
        return new Any<>();
    }

    static <A> Expr<A> none() {
        return new AnyOf<>(List.of());
    }

    static <A> Expr<A> is(A atom) {
        return new Is<>(atom);
    }

    @SafeVarargs
    @SuppressWarnings("varargs")
    static <A> Expr<A> anyOf(Expr<A>... terms) {
        return new AnyOf<>(List.of(terms));
    }

    @SafeVarargs
    @SuppressWarnings("varargs")
    static <A> Expr<A> allOf(Expr<A>... terms) {
        return new AllOf<>(List.of(terms));
    }

    static <A> Expr<A> not(Expr<A> term) {
        return new Not<>(term);
    }
}
