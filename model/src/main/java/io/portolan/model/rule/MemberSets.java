package io.portolan.model.rule;

import io.portolan.model.net.Cidr;
import io.portolan.model.policy.Estate;
import io.portolan.model.policy.Estate.Identity;
import io.portolan.model.policy.Estate.Member;
import io.portolan.model.policy.Expr;
import io.portolan.model.policy.LabelOwner;
import io.portolan.model.policy.Peer;

import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.function.Predicate;

/// Which members of an estate an expression names, as sets of their numbers.
public final class MemberSets {
    private final List<Member> members;
    private final Map<String, Integer> numbers = new HashMap<>();
    private final Map<Label, Map<String, BitSet>> labels = new HashMap<>();
    private final Map<Expr<Peer>, Selection> known = new HashMap<>();

    private record Label(LabelOwner owner, String key) {}

    MemberSets(Estate estate) {
        members = estate.members();
        for (int i = 0; i < members.size(); i++) {
            numbers.put(members.get(i).name(), i);
            index(i, members.get(i));
        }
    }

    private void index(int number, Member member) {
        member.labels()
                .forEach((owner, values) ->
                        values.forEach((key, value) ->
                                labels.computeIfAbsent(new Label(owner, key), _ -> new TreeMap<>())
                                        .computeIfAbsent(value, _ -> new BitSet())
                                        .set(number)));
    }

    /// Who matches for certain, and who may match where the expression cannot be decided.
    public record Selection(BitSet surely, BitSet possibly) {}

    /// The member of that number.
    public Member get(int number) {
        return members.get(number);
    }

    public int size() {
        return members.size();
    }

    /// The number of the member of that name.
    public OptionalInt find(String name) {
        Integer number = numbers.get(name);
        return number == null ? OptionalInt.empty() : OptionalInt.of(number);
    }

    /// The members that an expression names.
    public synchronized Selection select(Expr<Peer> expression) {
        Selection found = known.get(expression);
        if (found == null) {
            found = evaluate(expression);
            known.put(expression, found);
        }
        return found;
    }

    private Selection evaluate(Expr<Peer> expression) {
        return switch (expression) {
            case Expr.Any<Peer> _ -> new Selection(everyone(), everyone());
            case Expr.Is<Peer>(Peer atom) -> atom(atom);
            case Expr.AnyOf<Peer>(List<Expr<Peer>> terms) -> union(terms);
            case Expr.AllOf<Peer>(List<Expr<Peer>> terms) -> intersection(terms);
            case Expr.Not<Peer>(Expr<Peer> term) -> {
                Selection inner = select(term);
                yield new Selection(without(inner.possibly()), without(inner.surely()));
            }
            case Expr.Named<Peer>(String _, Expr<Peer> meaning) -> select(meaning);
            case Expr.Unknown<Peer> _ -> new Selection(new BitSet(), everyone());
        };
    }

    private Selection union(List<Expr<Peer>> terms) {
        Selection all = new Selection(new BitSet(), new BitSet());
        for (Expr<Peer> term : terms) {
            Selection next = select(term);
            all.surely().or(next.surely());
            all.possibly().or(next.possibly());
        }
        return all;
    }

    private Selection intersection(List<Expr<Peer>> terms) {
        Selection all = new Selection(everyone(), everyone());
        for (Expr<Peer> term : terms) {
            Selection next = select(term);
            all.surely().and(next.surely());
            all.possibly().and(next.possibly());
        }
        return all;
    }

    private Selection atom(Peer atom) {
        return switch (atom) {
            case Peer.OfKind kind -> exactly(m -> m.kind() == kind.kind());
            case Peer.Labelled labelled -> labelled(labelled);
            case Peer.At at ->
                    new Selection(
                            those(m -> !m.addresses().isEmpty() && allWithin(m, at.blocks())),
                            those(m -> anyWithin(m, at.blocks())));
            case Peer.Principal principal ->
                    exactly(m -> m.identity().filter(id -> matches(principal, id)).isPresent());
            case Peer.Relative _ -> new Selection(new BitSet(), everyone());
            case Peer.Domain domain ->
                    exactly(m -> m.names().stream().anyMatch(n -> Texts.test(domain.name(), n)));
        };
    }

    private Selection labelled(Peer.Labelled test) {
        BitSet found = new BitSet();
        labels.getOrDefault(new Label(test.owner(), test.key()), Map.of())
                .forEach((value, who) -> {
                    if (Texts.test(test.value(), value)) {
                        found.or(who);
                    }
                });
        return new Selection(found, found);
    }

    private static boolean matches(Peer.Principal test, Identity identity) {
        return Texts.test(test.trustDomain(), identity.trustDomain())
                && Texts.test(test.namespace(), identity.namespace())
                && Texts.test(test.account(), identity.account());
    }

    private static boolean allWithin(Member member, List<Cidr> blocks) {
        return member.addresses().stream()
                .allMatch(own -> blocks.stream().anyMatch(block -> block.contains(own)));
    }

    private static boolean anyWithin(Member member, List<Cidr> blocks) {
        return member.addresses().stream()
                .anyMatch(own -> blocks.stream().anyMatch(block -> block.overlaps(own)));
    }

    private Selection exactly(Predicate<Member> test) {
        BitSet found = those(test);
        return new Selection(found, found);
    }

    private BitSet those(Predicate<Member> test) {
        BitSet found = new BitSet();
        for (int i = 0; i < members.size(); i++) {
            if (test.test(members.get(i))) {
                found.set(i);
            }
        }
        return found;
    }

    private BitSet everyone() {
        BitSet all = new BitSet();
        all.set(0, members.size());
        return all;
    }

    private BitSet without(BitSet some) {
        BitSet rest = everyone();
        rest.andNot(some);
        return rest;
    }
}
