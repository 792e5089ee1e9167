package io.portolan.model.reach;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedSet;
import java.util.concurrent.ConcurrentHashMap;

/// All ways to one end that pass the same gates beside it. What devices say on them is put together
/// once for all ends that the devices do not tell apart.
final class Nearby {
    private final Guards guards;
    private final List<Part> near;
    private final List<Approach> approaches;
    private final Crowd everybody;
    private final SequencedSet<Part.Asked> asked;
    private final SequencedSet<Part.Asked> askedFar = new LinkedHashSet<>();
    private final Map<List<Rows>, Rows> known = new ConcurrentHashMap<>();
    private final Map<List<Bits>, Bits> unions = new ConcurrentHashMap<>();

    Nearby(Guards guards, List<Part> near, List<Approach> approaches) {
        this.guards = guards;
        this.near = near;
        this.approaches = approaches;
        everybody = Crowd.all(guards.stands(), approaches.stream().map(Approach::peers).toList());
        asked = Part.asked(near, guards);
        approaches.forEach(approach -> askedFar.addAll(approach.asked()));
    }

    /// Whose rows decide.
    SequencedSet<Part.Asked> asked() {
        SequencedSet<Part.Asked> all = new LinkedHashSet<>(asked);
        all.addAll(askedFar);
        return all;
    }

    Rows rows(int end) {
        Rows far =
                known.computeIfAbsent(
                        Part.profile(askedFar, guards.stands(), end), _ -> anyApproach(end));
        return Part.passing(far, near, guards, everybody, end);
    }

    private Rows anyApproach(int end) {
        List<Rows> all = approaches.stream().map(approach -> approach.rows(end)).toList();
        return Rows.any(all, peers -> unions.computeIfAbsent(peers, Bits::all));
    }
}
