package io.portolan.model.reach;

import io.portolan.model.net.AddressSet;
import io.portolan.model.policy.Estate.Identity;
import io.portolan.model.policy.Estate.Member;
import io.portolan.model.policy.Expr;
import io.portolan.model.policy.LabelOwner;
import io.portolan.model.policy.Peer;
import io.portolan.model.policy.Text;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntPredicate;

/// Which ends an expression means, as bitmaps over their numbers. Every distinct expression is
/// worked out once.
final class PeerIndex {
    private record Key(LabelOwner owner, String key) {}

    private final List<Party> ends;
    private final Bits everyone;
    private final Proof proof;
    private final Kin kin;
    private final AddressBits addresses;
    private final Map<Expr<Peer>, Extent> extents = new ConcurrentHashMap<>();
    private @Nullable Map<String, Map<Identity, Bits>> byNamespace;
    private final Map<Key, Map<String, Bits>> postings = new ConcurrentHashMap<>();

    /// Whether an end proves the identity that it holds.
    enum Proof {
        HELD,
        /// Sources of plaintext.
        NONE
    }

    /// `kin`: what `Relative` means where nothing else is said.
    PeerIndex(List<Party> ends, Proof proof, Kin kin) {
        this.ends = List.copyOf(ends);
        this.proof = proof;
        this.kin = kin;
        everyone = Bits.range(0, ends.size());
        addresses = new AddressBits(ends);
    }

    /// Members at any of their addresses; `Relative` may be anyone.
    static PeerIndex ofMembers(List<Member> members) {
        List<Party> ends = new ArrayList<>();
        for (Member member : members) {
            AddressSet all = AddressSet.of(member.addresses());
            ends.add(new Party(all, PortView.chosen(), Optional.of(member)));
        }
        Extent anyone = new Extent(Bits.NONE, Bits.range(0, members.size()));
        return new PeerIndex(ends, Proof.HELD, new Kin(anyone, anyone));
    }

    Bits everyone() {
        return everyone;
    }

    int size() {
        return ends.size();
    }

    Optional<Member> member(int number) {
        return ends.get(number).member();
    }

    Party end(int number) {
        return ends.get(number);
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
            case Peer.OfKind(var kind) ->
                    where(i -> member(i).filter(m -> m.kind() == kind).isPresent());
            case Peer.Labelled labelled -> Extent.of(labelled(labelled));
            case Peer.At(var blocks) -> addresses.in(blocks);
            case Peer.Principal principal ->
                    proof == Proof.NONE ? Extent.NONE : Extent.of(holders(principal));
            case Peer.Relative(var relation) -> relatives.of(relation);
            case Peer.Domain(var name) -> domain(name);
        };
    }

    private Bits holders(Peer.Principal principal) {
        Bits.Builder all = new Bits.Builder();
        if (principal.namespace() instanceof Text.Exact(var namespace)) {
            add(principal, identities().getOrDefault(namespace, Map.of()), all);
        } else {
            identities().values().forEach(held -> add(principal, held, all));
        }
        return all.build();
    }

    private static void add(Peer.Principal wanted, Map<Identity, Bits> held, Bits.Builder into) {
        held.forEach((identity, bits) -> {
            if (PeerAtoms.proves(wanted, identity)) {
                into.add(bits);
            }
        });
    }

    /// Who holds which identity, by namespace.
    private synchronized Map<String, Map<Identity, Bits>> identities() {
        Map<String, Map<Identity, Bits>> known = byNamespace;
        if (known == null) {
            Map<String, Map<Identity, Bits>> made = new HashMap<>();
            for (int i = 0; i < ends.size(); i++) {
                Bits one = Bits.of(i);
                ends.get(i)
                        .identity()
                        .ifPresent(who ->
                                made.computeIfAbsent(who.namespace(), _ -> new HashMap<>())
                                        .merge(who, one, Bits::or));
            }
            byNamespace = made;
            known = made;
        }
        return known;
    }

    private Extent domain(Text name) {
        return new Extent(
                bits(i -> PeerAtoms.domain(name, member(i)).isAlways()),
                bits(i -> !PeerAtoms.domain(name, member(i)).isNever()));
    }

    private Bits labelled(Peer.Labelled atom) {
        Map<String, Bits> byValue =
                postings.computeIfAbsent(new Key(atom.owner(), atom.key()), this::posting);
        if (atom.value() instanceof Text.Exact(var wanted)) {
            return byValue.getOrDefault(wanted, Bits.NONE);
        }
        Bits.Builder all = new Bits.Builder();
        byValue.forEach((value, bits) -> {
            if (Texts.matches(atom.value(), value)) {
                all.add(bits);
            }
        });
        return all.build();
    }

    private Map<String, Bits> posting(Key key) {
        Map<String, Bits.Builder> builders = new HashMap<>();
        for (int i = 0; i < ends.size(); i++) {
            Optional<String> value = member(i).flatMap(m -> m.label(key.owner(), key.key()));
            if (value.isPresent()) {
                builders.computeIfAbsent(value.get(), _ -> new Bits.Builder()).add(i);
            }
        }
        Map<String, Bits> bits = new HashMap<>();
        builders.forEach((value, builder) -> bits.put(value, builder.build()));
        return bits;
    }

    private Extent where(IntPredicate test) {
        return Extent.of(bits(test));
    }

    private Bits bits(IntPredicate test) {
        Bits.Builder builder = new Bits.Builder();
        for (int i = 0; i < ends.size(); i++) {
            if (test.test(i)) {
                builder.add(i);
            }
        }
        return builder.build();
    }
}
