package io.portolan.model.reach;

import java.util.List;
import java.util.Map;
import java.util.SequencedSet;
import java.util.concurrent.ConcurrentHashMap;

/// Peers that are reached alike, past the same gates on devices. What those say is put together
/// once for all ends that they do not tell apart.
final class Approach {
    private final Guards guards;
    private final Rows start;
    private final Crowd peers;
    private final List<Part> far;
    private final SequencedSet<Part.Asked> asked;
    private final Map<List<Rows>, Rows> known = new ConcurrentHashMap<>();

    /// `start` is what may work at all.
    Approach(Guards guards, Rows start, Crowd peers, List<Part> far) {
        this.guards = guards;
        this.start = start;
        this.peers = peers;
        this.far = far;
        asked = Part.asked(far, guards);
    }

    Crowd peers() {
        return peers;
    }

    SequencedSet<Part.Asked> asked() {
        return asked;
    }

    Rows rows(int end) {
        return known.computeIfAbsent(
                Part.profile(asked, guards.stands(), end),
                _ -> Part.passing(start, far, guards, peers, end));
    }
}
