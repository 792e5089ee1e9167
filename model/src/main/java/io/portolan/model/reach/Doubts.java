package io.portolan.model.reach;

import io.portolan.model.policy.Expr;
import io.portolan.model.policy.Match;
import io.portolan.model.policy.Passage;
import io.portolan.model.policy.Peer;
import io.portolan.model.policy.Request;
import io.portolan.model.policy.Traffic;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/// Why it cannot be decided whether a packet matches: what its rule says in words that nobody
/// understands, and what the question does not say.
final class Doubts {
    private final Set<String> reasons = new LinkedHashSet<>();
    private final Sight sight;

    private Doubts(Sight sight) {
        this.sight = sight;
    }

    /// Of a rule; none if it is clear.
    static List<String> matches(Match match, Sight sight) {
        if (sight.packet().content() instanceof Content.Noting) {
            return List.of(); // whoever notes what is asked tells nobody why
        }
        Doubts doubts = new Doubts(sight);
        doubts.end(match.source(), sight.packet().source());
        doubts.end(match.destination(), sight.packet().destination());
        doubts.collect(
                match.traffic(), new Test<>(doubts::traffic, _ -> "its ports are not known"));
        doubts.collect(match.request(), new Test<>(doubts::request, Doubts::unsaid));
        doubts.collect(match.passage(), new Test<>(doubts::passage, Doubts::unseen));
        return List.copyOf(doubts.reasons);
    }

    /// Of whom a policy or a point governs.
    static List<String> governs(Expr<Peer> subject, Sight sight) {
        Doubts doubts = new Doubts(sight);
        doubts.end(subject, sight.subjectParty());
        return List.copyOf(doubts.reasons);
    }

    /// What an atom says, and in which words it is doubted.
    private record Test<A>(Function<A, Truth> truth, Function<A, String> words) {}

    private void end(Expr<Peer> peer, Party party) {
        collect(
                peer,
                new Test<>(
                        atom -> PeerAtoms.party(atom, party, sight), atom -> unknown(atom, party)));
    }

    private Truth traffic(Traffic atom) {
        return TrafficAtoms.test(atom, sight.packet());
    }

    private Truth request(Request atom) {
        return RequestAtoms.test(atom, sight.packet().content());
    }

    private Truth passage(Passage atom) {
        return PassageAtoms.test(atom, sight);
    }

    private <A> void collect(Expr<A> expr, Test<A> test) {
        if (Matching.eval(expr, test.truth()).isDecided()) {
            return;
        }
        switch (expr) {
            case Expr.Any<A>() -> {}
            case Expr.Is<A>(A atom) -> reasons.add(test.words().apply(atom));
            case Expr.AnyOf<A>(var terms) -> terms.forEach(term -> collect(term, test));
            case Expr.AllOf<A>(var terms) -> terms.forEach(term -> collect(term, test));
            case Expr.Not<A>(var term) -> collect(term, test);
            case Expr.Named<A>(_, var meaning) -> collect(meaning, test);
            case Expr.Unknown<A>(var reason) -> reasons.add(reason);
        }
    }

    private static String unknown(Peer atom, Party party) {
        return atom instanceof Peer.Domain
                ? "no name is known of " + party.text()
                : "the address of %s is not known".formatted(party.text());
    }

    private static String unsaid(Request atom) {
        return switch (atom) {
            case Request.ServerName _ -> "the server name is not said";
            case Request.Host _ -> "the host of the request is not said";
            case Request.Method _ -> "the method of the request is not said";
            case Request.Path _ -> "the path of the request is not said";
            case Request.Header(var name, _) -> "the header %s is not said".formatted(name);
            case Request.Token _ -> "the token of the request is not said";
            case Request.DnsQuery _ -> "the name that is looked up is not said";
            case Request.NoHttp _ -> "whether it is HTTP is not said";
        };
    }

    private static String unseen(Passage atom) {
        return switch (atom) {
            case Passage.Enters _ -> "the interface by which it comes is not known";
            case Passage.Leaves _ -> "the interface by which it goes is not known";
            case Passage.InState _, Passage.Translated _ -> "its state is not known";
        };
    }
}
