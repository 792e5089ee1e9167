package io.portolan.exporters.mesh.istio;

import io.portolan.model.policy.Expr;
import io.portolan.model.policy.Peer;
import io.portolan.model.policy.Text;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/// The value patterns of Istio: exact, `prefix*`, `*suffix`, and `*` for any value.
final class IstioText {
    private static final Text PRESENT = new Text.Present();

    private IstioText() {}

    static Text of(String value) {
        if (value.equals("*")) {
            return PRESENT;
        }
        if (value.endsWith("*")) {
            return new Text.Prefix(value.substring(0, value.length() - 1));
        }
        return value.startsWith("*") ? new Text.Suffix(value.substring(1)) : new Text.Exact(value);
    }

    /// `cluster.local/ns/shop/sa/web` with wildcards at either end, where they fall between parts.
    static Expr<Peer> principal(String pattern) {
        String[] parts = pattern.split("/", -1);
        boolean whole = parts.length == 5 && parts[1].equals("ns") && parts[3].equals("sa");
        if (pattern.equals("*")) {
            return principal(PRESENT, PRESENT, PRESENT);
        }
        if (whole && plain(parts[2]) && (plain(parts[0]) || parts[0].equals("*"))) {
            return principal(of(parts[0]), of(parts[2]), of(parts[4]));
        }
        if (pattern.matches("[^*/]+/ns/[^*/]+/\\*")) {
            return principal(of(parts[0]), of(parts[2]), PRESENT);
        }
        if (pattern.matches("\\*/sa/[^*/]+")) {
            return principal(PRESENT, PRESENT, of(parts[2]));
        }
        return new Expr.Unknown<>("the principal pattern %s is not analysed".formatted(pattern));
    }

    private static boolean plain(String part) {
        return part.indexOf('*') < 0;
    }

    static Expr<Peer> principal(Text trustDomain, Text namespace, Text account) {
        return Expr.is(new Peer.Principal(trustDomain, namespace, account));
    }

    /// Any of the values; a single one stays itself.
    static <A> Expr<A> anyOf(List<String> values, Function<String, Expr<A>> each) {
        List<Expr<A>> terms = values.stream().map(each).toList();
        return terms.size() == 1 ? terms.getFirst() : new Expr.AnyOf<>(terms);
    }

    /// Whatever one of the expressions matches.
    static <A> Expr<A> union(Stream<Expr<A>> terms) {
        return new Expr.AnyOf<>(terms.toList());
    }

    /// Both; what asks for nothing is left out.
    static <A> Expr<A> both(Expr<A> one, Expr<A> other) {
        return allOf(Stream.of(one, other).filter(e -> !(e instanceof Expr.Any<A>)).toList());
    }

    /// All terms; none: everything, a single one stays itself.
    static <A> Expr<A> allOf(List<Expr<A>> terms) {
        return switch (terms.size()) {
            case 0 -> Expr.any();
            case 1 -> terms.getFirst();
            default -> new Expr.AllOf<>(terms);
        };
    }
}
