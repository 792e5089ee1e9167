package io.portolan.model.reach;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedSet;

/// All ways to one end that pass the same gates beside it. What devices say on them is put together
/// once for all ends that the devices do not tell apart.
final class Nearby {
    private final Guards guards;
    private final List<Part> near;
    private final List<Way> ways;
    private final Crowd everybody;
    private final SequencedSet<Asked> asked;
    private final SequencedSet<Asked> askedFar = new LinkedHashSet<>();
    private final Map<List<Integer>, Rows> known = new HashMap<>();

    /// Rows that are looked up for the end, or for its node.
    record Asked(Gate gate, Ref subject) {}

    /// A factor and where it counts.
    record Part(Factor factor, Axis.Places taken) {}

    /// Peers that are reached alike, past these gates on devices; `start` is what may work at all.
    record Way(Rows start, Crowd peers, List<Part> far) {}

    Nearby(Guards guards, List<Part> near, List<Way> ways) {
        this.guards = guards;
        this.near = near;
        this.ways = ways;
        everybody = Crowd.all(guards.stands(), ways.stream().map(Way::peers).toList());
        asked = asked(near);
        ways.forEach(way -> askedFar.addAll(asked(way.far())));
    }

    private static SequencedSet<Asked> asked(List<Part> parts) {
        SequencedSet<Asked> asked = new LinkedHashSet<>();
        for (Part part : parts) {
            if (!(part.factor().subject() instanceof Ref.Fixed)) {
                asked.add(new Asked(part.factor().gate(), part.factor().subject()));
            }
        }
        return asked;
    }

    /// Whose rows decide.
    SequencedSet<Asked> asked() {
        SequencedSet<Asked> all = new LinkedHashSet<>(asked);
        all.addAll(askedFar);
        return all;
    }

    /// The classes that an end is in at these gates.
    static List<Integer> profile(SequencedSet<Asked> asked, Guards guards, int end) {
        List<Integer> profile = new ArrayList<>(asked.size());
        for (Asked one : asked) {
            profile.add(
                    guards.at(one.gate()).classOf(one.subject().end(guards.stands(), end, end)));
        }
        return profile;
    }

    Rows rows(int end) {
        Rows far = known.computeIfAbsent(profile(askedFar, guards, end), _ -> put(end));
        return passing(far, near, everybody, end);
    }

    private Rows put(int end) {
        Rows all = Rows.always(Extent.NONE);
        for (Way way : ways) {
            all = all.or(passing(way.start(), way.far(), way.peers(), end));
        }
        return all;
    }

    private Rows passing(Rows start, List<Part> parts, Crowd peers, int end) {
        Rows rows = start;
        for (Part part : parts) {
            rows = rows.and(part.taken(), passing(part.factor(), peers, end));
        }
        return rows;
    }

    /// The peers that a factor lets pass, as ends, at the places that are asked for.
    private Rows passing(Factor factor, Crowd peers, int end) {
        Rows rows = factor.rows(guards, end, end);
        Rows seen =
                factor.port() instanceof PortView.Fixed(int number) ? rows.seenAs(number) : rows;
        GatePeers by = guards.at(factor.gate()).peers();
        return seen.mapped(row -> peers.among(factor, by, row.surely()));
    }
}
