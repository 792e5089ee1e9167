package io.portolan.model.reach;

import io.portolan.model.net.AddressSet;
import io.portolan.model.policy.Estate.Member;
import io.portolan.model.policy.Expr;
import io.portolan.model.policy.Peer;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// Which ends an expression means, as bitmaps over their numbers. Every distinct expression is
/// worked out once.
final class PeerIndex {
    private final EndFacts facts;
    private final Bits everyone;
    private final Proof proof;
    private final Kin kin;
    private final Map<Expr<Peer>, Extent> extents = new ConcurrentHashMap<>();

    /// Whether an end proves the identity that it holds.
    enum Proof {
        HELD,
        /// Sources of plaintext.
        NONE
    }

    /// `kin`: what `Relative` means where nothing else is said.
    PeerIndex(EndFacts facts, Proof proof, Kin kin) {
        this.facts = facts;
        this.proof = proof;
        this.kin = kin;
        everyone = facts.everyone();
    }

    /// Members at any of their addresses; `Relative` may be anyone.
    static PeerIndex ofMembers(List<Member> members) {
        List<Party> ends = new ArrayList<>();
        for (Member member : members) {
            AddressSet all = AddressSet.of(member.addresses());
            ends.add(new Party(all, PortView.chosen(), Optional.of(member)));
        }
        Extent anyone = new Extent(Bits.NONE, Bits.range(0, members.size()));
        return new PeerIndex(new EndFacts(ends), Proof.HELD, new Kin(anyone, anyone));
    }

    Bits everyone() {
        return everyone;
    }

    int size() {
        return facts.ends().size();
    }

    Optional<Member> member(int number) {
        return end(number).member();
    }

    Party end(int number) {
        return facts.ends().get(number);
    }

    Extent of(Expr<Peer> expr) {
        Extent known = extents.get(expr);
        if (known == null) {
            known = evaluate(expr, kin);
            extents.put(expr, known);
        }
        return known;
    }

    /// Likewise, with somebody in particular as the relatives.
    Extent of(Expr<Peer> expr, Kin relatives) {
        return Kin.matters(expr) ? evaluate(expr, relatives) : of(expr);
    }

    private Extent evaluate(Expr<Peer> expr, Kin relatives) {
        return switch (expr) {
            case Expr.Any<Peer>() -> Extent.of(everyone);
            case Expr.Is<Peer>(var atom) -> atom(atom, relatives);
            case Expr.AnyOf<Peer>(var terms) -> {
                Extent extent = Extent.NONE;
                for (Expr<Peer> term : terms) {
                    extent = extent.or(of(term, relatives));
                }
                yield extent;
            }
            case Expr.AllOf<Peer>(var terms) -> {
                Extent extent = Extent.of(everyone);
                for (Expr<Peer> term : terms) {
                    extent = extent.and(of(term, relatives));
                }
                yield extent;
            }
            case Expr.Not<Peer>(var term) -> of(term, relatives).not(everyone);
            case Expr.Named<Peer>(_, var meaning) -> of(meaning, relatives);
            case Expr.Unknown<Peer>(_) -> new Extent(Bits.NONE, everyone);
        };
    }

    private Extent atom(Peer atom, Kin relatives) {
        return switch (atom) {
            case Peer.OfKind(var kind) -> facts.ofKind(kind);
            case Peer.Labelled labelled -> Extent.of(facts.labelled(labelled));
            case Peer.At(var blocks) -> facts.in(blocks);
            case Peer.Principal principal ->
                    proof == Proof.NONE ? Extent.NONE : Extent.of(facts.holders(principal));
            case Peer.Relative(var relation) -> relatives.of(relation);
            case Peer.Domain(var name) -> facts.domain(name);
        };
    }
}
