package io.portolan.model.reach;

import io.portolan.model.policy.Estate.Member;
import io.portolan.model.policy.Expr;
import io.portolan.model.policy.Peer;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/// Of things that are each about some members, those that may be about one of them: looked up where
/// there are many.
final class Concerning<T> {
    private static final int WORTH_INDEXING = 4;

    private final List<T> all;
    private final Function<T, Expr<Peer>> about;
    private final Roster roster;
    private final PeerIndex peers;
    private final Map<Integer, List<T>> known = new ConcurrentHashMap<>();

    /// `peers`: the members of the roster, by their numbers.
    Concerning(List<T> all, Function<T, Expr<Peer>> about, Roster roster, PeerIndex peers) {
        this.all = all;
        this.about = about;
        this.roster = roster;
        this.peers = peers;
    }

    /// In their order; all of them for somebody who is no member.
    List<T> of(Optional<Member> member) {
        if (all.size() < WORTH_INDEXING || member.isEmpty()) {
            return all;
        }
        Optional<Integer> number = roster.number(member.get().name());
        return number.isEmpty() ? all : known.computeIfAbsent(number.get(), this::about);
    }

    private List<T> about(int member) {
        return all.stream()
                .filter(one -> peers.of(about.apply(one)).possibly().has(member))
                .toList();
    }
}
