package io.portolan.model.reach;

import io.portolan.model.policy.Expr;
import io.portolan.model.policy.Match;
import io.portolan.model.policy.Peer;
import io.portolan.model.policy.Request;

import java.util.function.Function;

/// Decides in three values, for all ports of the axis at once, whether a packet matches.
final class Matching {
    private Matching() {}

    static Truth matches(Match match, Sight sight) {
        Truth below = belowRequest(match, sight);
        return below.isNever() ? Truth.NO : below.and(request(match.request(), sight));
    }

    static Truth belowRequest(Match match, Sight sight) {
        Truth truth = destination(match.destination(), sight);
        if (truth.isNever()) {
            return Truth.NO;
        }
        truth = truth.and(source(match.source(), sight));
        if (truth.isNever()) {
            return Truth.NO;
        }
        truth = truth.and(eval(match.traffic(), atom -> TrafficAtoms.test(atom, sight.packet())));
        return truth.isNever()
                ? Truth.NO
                : truth.and(eval(match.passage(), atom -> PassageAtoms.test(atom, sight)));
    }

    private static Truth source(Expr<Peer> peer, Sight sight) {
        return eval(peer, atom -> PeerAtoms.source(atom, sight));
    }

    private static Truth destination(Expr<Peer> peer, Sight sight) {
        return eval(peer, atom -> PeerAtoms.party(atom, sight.packet().destination(), sight));
    }

    static Truth request(Expr<Request> request, Sight sight) {
        return eval(request, atom -> RequestAtoms.test(atom, sight.packet().content()));
    }

    /// Whether `subject` holds for a party that is governed, or that is a client.
    static Truth governs(Expr<Peer> subject, Party party, Sight sight) {
        return eval(subject, atom -> PeerAtoms.party(atom, party, sight));
    }

    static <A> Truth eval(Expr<A> expr, Function<A, Truth> atoms) {
        return switch (expr) {
            case Expr.Any<A>() -> Truth.YES;
            case Expr.Is<A>(A atom) -> atoms.apply(atom);
            case Expr.AnyOf<A>(var terms) -> {
                Truth truth = Truth.NO;
                for (Expr<A> term : terms) {
                    truth = truth.or(eval(term, atoms));
                    if (truth.isAlways()) {
                        yield Truth.YES;
                    }
                }
                yield truth;
            }
            case Expr.AllOf<A>(var terms) -> {
                Truth truth = Truth.YES;
                for (Expr<A> term : terms) {
                    truth = truth.and(eval(term, atoms));
                    if (truth.isNever()) {
                        yield Truth.NO;
                    }
                }
                yield truth;
            }
            case Expr.Not<A>(var term) -> eval(term, atoms).not();
            case Expr.Named<A>(_, var meaning) -> eval(meaning, atoms);
            case Expr.Unknown<A>(_) -> Truth.MAYBE;
        };
    }
}
