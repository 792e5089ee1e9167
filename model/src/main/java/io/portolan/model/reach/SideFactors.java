package io.portolan.model.reach;

import io.portolan.model.policy.Direction;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedSet;

/// What gates decide of connections at one end, for the ends of one class: the other classes by the
/// way that leads to them. Gates beside endpoints differ from end to end but are the same on most
/// ways, gates on devices differ from way to way but say the same of many ends, so ways with the
/// same gates beside the end are one.
final class SideFactors {
    private final Direction direction;
    private final Guards guards;
    private final List<Nearby> nearby = new ArrayList<>();
    private final SequencedSet<Part.Asked> asked = new LinkedHashSet<>();

    /// Of the ends of class `known`.
    SideFactors(Direction direction, Transits transits, Guards guards, int known) {
        this.direction = direction;
        this.guards = guards;
        Map<List<Part>, List<Approach>> ways = new LinkedHashMap<>();
        grouped(transits, known)
                .forEach((transit, peers) ->
                        ways.computeIfAbsent(parts(transit, true), _ -> new ArrayList<>())
                                .add(approach(transit, peers)));
        ways.forEach((near, all) -> nearby.add(new Nearby(guards, near, all)));
        nearby.forEach(some -> asked.addAll(some.asked()));
    }

    private Map<Transit, Bits> grouped(Transits transits, int known) {
        Map<Transit, Bits.Builder> grouped = new LinkedHashMap<>();
        Travellers travellers = transits.travellers();
        for (int other = 0; other < travellers.count(); other++) {
            if (travellers.isExternal(known) && travellers.isExternal(other)) {
                continue;
            }
            Transit transit =
                    direction == Direction.IN
                            ? transits.of(other, known)
                            : transits.of(known, other);
            if (transit.isRegular() && !transit.certain().isEmpty()) {
                grouped.computeIfAbsent(transit, _ -> new Bits.Builder())
                        .add(travellers.members(other));
            }
        }
        Map<Transit, Bits> all = new LinkedHashMap<>();
        grouped.forEach((transit, peers) -> all.put(transit, peers.build()));
        return all;
    }

    /// Where every way that is taken may work is said at the destination alone.
    private Approach approach(Transit transit, Bits peers) {
        Extent all = Extent.of(peers);
        Rows start =
                direction == Direction.OUT ? Rows.always(all) : Rows.on(transit.certain(), all);
        return new Approach(
                guards, start, new Crowd(guards.stands(), peers), parts(transit, false));
    }

    /// The factors that are decided here, those beside endpoints (`near`) or the others.
    private List<Part> parts(Transit transit, boolean near) {
        List<Part> parts = new ArrayList<>();
        for (Course course : transit.courses()) {
            for (Factor factor : course.factors()) {
                if (isHere(factor) && factor.gate().arePeersEnds() == near) {
                    parts.add(new Part(factor, course.taken()));
                }
            }
        }
        return parts;
    }

    /// Whether this end decides about the factor: each is decided at exactly one.
    private boolean isHere(Factor factor) {
        boolean in =
                switch (factor.subject()) {
                    case Ref.Destination() -> true;
                    case Ref.Source(), Ref.Node(_) -> false;
                    case Ref.Fixed(_) -> !(factor.peer() instanceof Ref.Destination);
                };
        return in == (direction == Direction.IN);
    }

    /// What tells apart the ends of the class.
    List<Rows> profile(int end) {
        return Part.profile(asked, guards, end);
    }

    Rows rows(int end) {
        Rows all = Rows.always(Extent.NONE);
        for (Nearby some : nearby) {
            all = all.or(some.rows(end));
        }
        return all;
    }
}
