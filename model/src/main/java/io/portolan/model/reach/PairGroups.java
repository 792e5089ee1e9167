package io.portolan.model.reach;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Which places of the axis are surely open to each peer of a profile, as numbers: what two ends
/// let pass together is worked out once for all pairs with the same two numbers. 0 is nothing.
final class PairGroups {
    private static final int UNKNOWN = -1;

    private final Map<Axis.Places, Integer> numbers = new HashMap<>();
    private final List<Axis.Places> places = new ArrayList<>();
    private @Nullable TrafficSet[] @Nullable [] joint = new TrafficSet[0][];

    PairGroups() {
        number(new Axis.Builder().build());
    }

    private int number(Axis.Places of) {
        Integer known = numbers.putIfAbsent(of, places.size());
        if (known == null) {
            places.add(of);
        }
        return known == null ? places.size() - 1 : known;
    }

    /// For peers from number `first` on the number of what the rows let each do.
    int[] of(Rows rows, int first, int peers) {
        PeerWays ways = new PeerWays(rows, first, peers);
        int[] known = new int[ways.count()];
        Arrays.fill(known, UNKNOWN);
        int[] groups = new int[peers];
        for (int i = 0; i < peers; i++) {
            int way = ways.of(first + i);
            if (known[way] == UNKNOWN) {
                known[way] = number(ways.places(way));
            }
            groups[i] = known[way];
        }
        return groups;
    }

    /// What passes both ends, as one object for equal numbers.
    TrafficSet both(int one, int other) {
        if (one == 0 || other == 0) {
            return TrafficSet.NONE;
        }
        if (joint.length < places.size()) {
            joint = new TrafficSet[places.size()][];
        }
        @Nullable TrafficSet[] row = joint[one];
        if (row == null) {
            row = new TrafficSet[places.size()];
            joint[one] = row;
        }
        TrafficSet known = row[other];
        if (known == null) {
            known = join(one, other);
            row[other] = known;
        }
        return known;
    }

    private TrafficSet join(int one, int other) {
        TrafficSet traffic = places.get(one).and(places.get(other)).traffic();
        return traffic.isEmpty() ? TrafficSet.NONE : traffic;
    }
}
