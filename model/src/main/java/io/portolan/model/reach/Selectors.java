package io.portolan.model.reach;

import io.portolan.model.policy.EnforcementPoint;
import io.portolan.model.policy.Expr;
import io.portolan.model.policy.LabelOwner;
import io.portolan.model.policy.Passage;
import io.portolan.model.policy.Peer;
import io.portolan.model.policy.PeerKind;
import io.portolan.model.policy.Policy;
import io.portolan.model.policy.Position;
import io.portolan.model.policy.Relation;
import io.portolan.model.policy.Text;

import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What makes a stage govern a connection, in words: `pods, cluster east, namespace shop, app=web`.
final class Selectors {
    private static final String NAMESPACE_NAME = "kubernetes.io/metadata.name";

    private Selectors() {}

    /// `allow-web (pods, namespace shop, app=web)`.
    static String of(Policy policy) {
        return "%s (%s)".formatted(policy.name(), words(policy.subject()));
    }

    /// The place alone, where no policy selects.
    static String of(EnforcementPoint point) {
        return switch (point.position()) {
            case Position.AtEndpoint at -> words(at.governed());
            case Position.AtBorder(var direction, var segment) ->
                    switch (direction) {
                        case IN -> "what enters " + segment;
                        case OUT -> "what leaves " + segment;
                    };
            case Position.AtDevice at -> passing(at);
            case Position.AtRelay(var relay) -> "what %s forwards".formatted(relay);
        };
    }

    private static String passing(Position.AtDevice at) {
        String how = text(at.through(), Selectors::atom, "");
        return how.isEmpty()
                ? "what passes " + at.device()
                : "what passes %s and %s".formatted(at.device(), how);
    }

    static String words(Expr<Peer> peers) {
        return text(peers, Selectors::atom, "everyone");
    }

    private static <A> String text(Expr<A> expr, Function<A, String> atoms, String any) {
        return switch (expr) {
            case Expr.Any<A>() -> any;
            case Expr.Is<A>(A atom) -> atoms.apply(atom);
            case Expr.AllOf<A> all -> all.terms().isEmpty() ? any : joined(flat(all), atoms, ", ");
            case Expr.AnyOf<A>(var terms) ->
                    terms.isEmpty() ? "nobody" : joined(terms, atoms, " or ");
            case Expr.Not<A>(var term) -> "not " + grouped(term, atoms);
            case Expr.Named<A>(var name, _) -> name;
            case Expr.Unknown<A>(var reason) -> "not analysed: " + reason;
        };
    }

    private static <A> List<Expr<A>> flat(Expr.AllOf<A> all) {
        return all.terms().stream()
                .flatMap(
                        t -> t instanceof Expr.AllOf<A> inner ? flat(inner).stream() : Stream.of(t))
                .toList();
    }

    private static <A> String joined(
            List<Expr<A>> terms, Function<A, String> atoms, String between) {
        return terms.stream()
                .filter(term -> !(term instanceof Expr.Any<A>))
                .map(term -> terms.size() == 1 ? text(term, atoms, "") : grouped(term, atoms))
                .distinct()
                .collect(Collectors.joining(between));
    }

    private static <A> String grouped(Expr<A> term, Function<A, String> atoms) {
        String words = text(term, atoms, "everyone");
        boolean several = term instanceof Expr.AnyOf<A> || term instanceof Expr.AllOf<A>;
        return several && words.contains(" ") ? "(%s)".formatted(words) : words;
    }

    private static String atom(Peer atom) {
        return switch (atom) {
            case Peer.OfKind(var kind) -> kind(kind);
            case Peer.Labelled labelled -> label(labelled);
            case Peer.At(var blocks) ->
                    blocks.stream().map(Object::toString).collect(Collectors.joining(" or "));
            case Peer.Principal(_, var namespace, var account) ->
                    "identity %s/%s".formatted(namespace.words(), account.words());
            case Peer.Relative(var relation) -> relation == Relation.ITSELF ? "itself" : "its node";
            case Peer.Domain(var name) -> "name " + name.words();
        };
    }

    private static String kind(PeerKind kind) {
        return switch (kind) {
            case POD -> "pods";
            case HOST_POD -> "pods in the network of their node";
            case NODE -> "nodes";
            case MACHINE -> "machines";
            case EXTERNAL -> "the outside";
        };
    }

    private static String label(Peer.Labelled l) {
        String pair =
                l.value() instanceof Text.Present ? l.key() : l.key() + "=" + l.value().words();
        return switch (l.owner()) {
            case WORKLOAD -> pair;
            case NAMESPACE ->
                    l.key().equals(NAMESPACE_NAME)
                            ? "namespace " + l.value().words()
                            : "namespaces with " + pair;
            case SERVICE_ACCOUNT -> "service account " + pair;
            case NODE -> "nodes with " + pair;
            case CLUSTER, SEGMENT -> place(l, pair);
            case GROUP -> "group " + l.key();
        };
    }

    private static String place(Peer.Labelled l, String pair) {
        String what = l.owner() == LabelOwner.CLUSTER ? "cluster " : "segment ";
        return what + (l.key().equals("name") ? l.value().words() : pair);
    }

    private static String atom(Passage atom) {
        return switch (atom) {
            case Passage.Enters(var names) -> "enters by " + String.join(" or ", names);
            case Passage.Leaves(var names) -> "leaves by " + String.join(" or ", names);
            case Passage.InState(var states) ->
                    "is "
                            + states.stream()
                                    .map(s -> s.name().toLowerCase(Locale.ROOT))
                                    .collect(Collectors.joining(" or "));
            case Passage.Translated _ -> "was translated";
        };
    }
}
