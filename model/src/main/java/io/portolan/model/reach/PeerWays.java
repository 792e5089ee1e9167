package io.portolan.model.reach;

import java.util.Arrays;

/// Tells peers apart by the stretches of one profile's rows that they surely pass. A way is the
/// list of stretches of a peer, kept as its last stretch and the way before it; way 0 passes none.
final class PeerWays {
    private final Rows rows;
    private final int first;
    private final int[] ways;
    private int[] before = new int[8];
    private int[] last = new int[8];
    private int size = 1;

    /// For the peers with numbers from `first` on.
    PeerWays(Rows rows, int first, int peers) {
        this.rows = rows;
        this.first = first;
        ways = new int[peers];
        for (int i = 0; i < rows.stretches(); i++) {
            pass(i);
        }
    }

    /// All peers that were alike and pass this stretch stay alike.
    private void pass(int stretch) {
        int[] next = new int[size];
        rows.surely(stretch)
                .forEach(
                        first,
                        first + ways.length,
                        peer -> {
                            int way = ways[peer - first];
                            if (next[way] == 0) {
                                next[way] = add(way, stretch);
                            }
                            ways[peer - first] = next[way];
                        });
    }

    private int add(int way, int stretch) {
        if (size == last.length) {
            before = Arrays.copyOf(before, 2 * size);
            last = Arrays.copyOf(last, 2 * size);
        }
        before[size] = way;
        last[size] = stretch;
        return size++;
    }

    /// How many ways there are, those that no peer goes to the end included.
    int count() {
        return size;
    }

    int of(int peer) {
        return ways[peer - first];
    }

    Axis.Places places(int way) {
        Axis.Builder places = new Axis.Builder();
        collect(way, places);
        return places.build();
    }

    private void collect(int way, Axis.Builder into) {
        if (way > 0) {
            collect(before[way], into);
            into.add(rows.start(last[way]), rows.end(last[way]));
        }
    }
}
