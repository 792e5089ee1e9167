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
    private final Guards guards;
    private final List<Nearby> nearby = new ArrayList<>();
    private final SequencedSet<Part.Asked> asked = new LinkedHashSet<>();

    /// Of the ends of class `known`.
    SideFactors(
            Direction direction,
            Transits transits,
            Guards guards,
            Approaches approaches,
            int known) {
        this.guards = guards;
        Map<List<Part>, List<Approach>> ways = new LinkedHashMap<>();
        grouped(direction, transits, known)
                .forEach((transit, peers) ->
                        ways.computeIfAbsent(approaches.near(transit), _ -> new ArrayList<>())
                                .add(approaches.of(transit, peers.build())));
        ways.forEach((near, all) -> nearby.add(new Nearby(guards, near, all)));
        nearby.forEach(some -> asked.addAll(some.asked()));
    }

    private static Map<Transit, Bits.Builder> grouped(
            Direction direction, Transits transits, int known) {
        Map<Transit, Bits.Builder> grouped = new LinkedHashMap<>();
        Travellers travellers = transits.travellers();
        for (int other = 0; other < travellers.count(); other++) {
            if (!transits.isAsked(known, other)) {
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
        return grouped;
    }

    /// What tells apart the ends of the class.
    List<Rows> profile(int end) {
        return Part.profile(asked, guards.stands(), end);
    }

    Rows rows(int end) {
        Rows all = Rows.always(Extent.NONE);
        for (Nearby some : nearby) {
            all = all.or(some.rows(end));
        }
        return all;
    }
}
