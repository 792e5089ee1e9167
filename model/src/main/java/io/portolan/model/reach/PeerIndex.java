package io.portolan.model.reach;

import io.portolan.model.policy.Estate.Identity;
import io.portolan.model.policy.Estate.Member;
import io.portolan.model.policy.Expr;
import io.portolan.model.policy.LabelOwner;
import io.portolan.model.policy.Peer;
import io.portolan.model.policy.Text;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntPredicate;

/// Which members an expression means, as bitmaps over their numbers. Every distinct expression is
/// worked out once.
final class PeerIndex {
    private record Key(LabelOwner owner, String key) {}

    private final List<Member> members;
    private final Bits everyone;
    private final View view;
    private final AddressBits addresses;
    private final Map<Expr<Peer>, Extent> extents = new ConcurrentHashMap<>();
    private final Map<Key, Map<String, Bits>> postings = new ConcurrentHashMap<>();

    /// What atoms mean that depend on the connection.
    enum View {
        /// `Relative` may be anyone; a principal is who holds the identity.
        OPEN,
        /// `Relative` is nobody: for pairs that have nothing to do with each other.
        APART,
        /// Likewise, and no identity is proven: sources of plaintext.
        PLAINTEXT
    }

    PeerIndex(List<Member> members, View view) {
        this.view = view;
        this.members = members;
        everyone = Bits.range(0, members.size());
        addresses = new AddressBits(members);
    }

    Bits everyone() {
        return everyone;
    }

    int size() {
        return members.size();
    }

    Member member(int number) {
        return members.get(number);
    }

    /// The members that fulfil an expression as a destination, or as a source that proved the
    /// identity it holds. `Relative` may be anyone.
    Extent of(Expr<Peer> expr) {
        Extent known = extents.get(expr);
        if (known == null) {
            known = evaluate(expr);
            extents.put(expr, known);
        }
        return known;
    }

    private Extent evaluate(Expr<Peer> expr) {
        return switch (expr) {
            case Expr.Any<Peer>() -> Extent.of(everyone);
            case Expr.Is<Peer>(var atom) -> atom(atom);
            case Expr.AnyOf<Peer>(var terms) -> {
                Extent extent = Extent.NONE;
                for (Expr<Peer> term : terms) {
                    extent = extent.or(of(term));
                }
                yield extent;
            }
            case Expr.AllOf<Peer>(var terms) -> {
                Extent extent = Extent.of(everyone);
                for (Expr<Peer> term : terms) {
                    extent = extent.and(of(term));
                }
                yield extent;
            }
            case Expr.Not<Peer>(var term) -> of(term).not(everyone);
            case Expr.Named<Peer>(_, var meaning) -> of(meaning);
            case Expr.Unknown<Peer>(_) -> new Extent(Bits.NONE, everyone);
        };
    }

    private Extent atom(Peer atom) {
        return switch (atom) {
            case Peer.OfKind(var kind) -> where(i -> members.get(i).kind() == kind);
            case Peer.Labelled labelled -> Extent.of(labelled(labelled));
            case Peer.At(var blocks) -> addresses.in(blocks);
            case Peer.Principal principal ->
                    view == View.PLAINTEXT ? Extent.NONE : where(i -> holds(i, principal));
            case Peer.Relative(_) ->
                    view == View.OPEN ? new Extent(Bits.NONE, everyone) : Extent.NONE;
            case Peer.Domain(var name) -> domain(name);
        };
    }

    private boolean holds(int number, Peer.Principal principal) {
        Optional<Identity> identity = members.get(number).identity();
        return identity.isPresent() && PeerAtoms.proves(principal, identity.get());
    }

    private Extent domain(Text name) {
        return new Extent(
                bits(i -> PeerAtoms.domain(name, Optional.of(members.get(i))).isAlways()),
                bits(i -> !PeerAtoms.domain(name, Optional.of(members.get(i))).isNever()));
    }

    private Bits labelled(Peer.Labelled atom) {
        Map<String, Bits> byValue =
                postings.computeIfAbsent(new Key(atom.owner(), atom.key()), this::posting);
        if (atom.value() instanceof Text.Exact(var wanted)) {
            return byValue.getOrDefault(wanted, Bits.NONE);
        }
        Bits.Builder all = new Bits.Builder(members.size());
        byValue.forEach((value, bits) -> {
            if (Texts.matches(atom.value(), value)) {
                all.add(bits);
            }
        });
        return all.build();
    }

    private Map<String, Bits> posting(Key key) {
        Map<String, Bits.Builder> builders = new HashMap<>();
        for (int i = 0; i < members.size(); i++) {
            Optional<String> value = members.get(i).label(key.owner(), key.key());
            if (value.isPresent()) {
                builders.computeIfAbsent(value.get(), _ -> new Bits.Builder(members.size())).add(i);
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
        Bits.Builder builder = new Bits.Builder(members.size());
        for (int i = 0; i < members.size(); i++) {
            if (test.test(i)) {
                builder.add(i);
            }
        }
        return builder.build();
    }
}
