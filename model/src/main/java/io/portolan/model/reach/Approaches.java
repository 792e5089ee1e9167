package io.portolan.model.reach;

import io.portolan.model.policy.Direction;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// What gates decide at one end of ways of one direction. Ends of many classes are reached by the
/// same peers in the same way, which is one approach.
final class Approaches {
    private final Direction direction;
    private final Guards guards;
    private final Map<Key, Approach> known = new HashMap<>();
    private final Map<Bits, Crowd> crowds = new HashMap<>();

    private record Key(Transit transit, Bits peers) {}

    Approaches(Direction direction, Guards guards) {
        this.direction = direction;
        this.guards = guards;
    }

    Approach of(Transit transit, Bits peers) {
        return known.computeIfAbsent(new Key(transit, peers), this::approach);
    }

    /// Where every way that is taken may work is said at the destination alone.
    private Approach approach(Key key) {
        Extent all = Extent.of(key.peers());
        Rows start =
                direction == Direction.OUT
                        ? Rows.always(all)
                        : Rows.on(key.transit().certain(), all);
        Crowd crowd =
                crowds.computeIfAbsent(key.peers(), peers -> new Crowd(guards.stands(), peers));
        return new Approach(guards, start, crowd, parts(key.transit(), false));
    }

    /// What is decided beside the end.
    List<Part> near(Transit transit) {
        return parts(transit, true);
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
}
