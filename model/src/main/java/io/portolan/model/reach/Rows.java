package io.portolan.model.reach;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.BinaryOperator;
import java.util.function.Function;

/// Along the axis, the peers that surely pass and those that may. A stretch ends where the next
/// begins.
final class Rows {
    private final int[] starts;
    private final Extent[] peers;

    /// Made when it is first asked for.
    private int hash;

    private Rows(int[] starts, Extent[] peers) {
        this.starts = starts;
        this.peers = peers;
    }

    static Rows always(Extent peers) {
        return new Rows(new int[] {0}, new Extent[] {peers});
    }

    /// These peers at some places, nobody elsewhere.
    static Rows on(Axis.Places places, Extent peers) {
        Builder builder = new Builder(2 * places.stretches() + 1);
        int[] next = {0};
        places.forEachStretch((from, to) -> {
            if (next[0] < from) {
                builder.add(next[0], Extent.NONE);
            }
            builder.add(from, peers);
            next[0] = to;
        });
        if (next[0] < Axis.END) {
            builder.add(next[0], Extent.NONE);
        }
        return builder.build();
    }

    Extent at(int place) {
        return peers[stretch(place)];
    }

    int stretch(int place) {
        int at = Arrays.binarySearch(starts, place);
        return at >= 0 ? at : -at - 2;
    }

    int stretches() {
        return starts.length;
    }

    int start(int stretch) {
        return starts[stretch];
    }

    int end(int stretch) {
        return stretch + 1 < starts.length ? starts[stretch + 1] : Axis.END;
    }

    Bits surely(int stretch) {
        return peers[stretch].surely();
    }

    @Override
    public boolean equals(Object other) {
        return this == other
                || (other instanceof Rows rows
                        && hashCode() == rows.hashCode()
                        && Arrays.equals(starts, rows.starts)
                        && Arrays.equals(peers, rows.peers));
    }

    @Override
    public int hashCode() {
        if (hash == 0) {
            hash = 31 * Arrays.hashCode(starts) + Arrays.hashCode(peers);
        }
        return hash;
    }

    /// Who passes both.
    Rows and(Rows other) {
        return joined(other, Extent::and);
    }

    /// Who passes either.
    Rows or(Rows other) {
        return joined(other, Extent::or);
    }

    /// Who surely passes any of several; `union` is asked for equal lists more than once.
    static Rows any(List<Rows> all, Function<List<Bits>, Bits> union) {
        if (all.size() == 1) {
            return all.getFirst();
        }
        Builder builder = new Builder(16);
        int[] at = new int[all.size()];
        for (int place = 0; place < Axis.END; ) {
            List<Bits> here = new ArrayList<>(at.length);
            int next = Axis.END;
            for (int i = 0; i < at.length; i++) {
                Rows rows = all.get(i);
                at[i] += rows.end(at[i]) == place ? 1 : 0;
                next = Math.min(next, rows.end(at[i]));
                if (!rows.surely(at[i]).isEmpty()) {
                    here.add(rows.surely(at[i]));
                }
            }
            builder.add(place, Extent.of(union.apply(here)));
            place = next;
        }
        return builder.build();
    }

    /// Who passes this, and at some places the other as well.
    Rows and(Axis.Places places, Rows other) {
        if (places.equals(Axis.Places.ALL)) {
            return and(other);
        }
        Builder builder = new Builder(starts.length + 2 * places.stretches() + 1);
        Rows both = and(other);
        int[] next = {0};
        places.forEachStretch((from, to) -> {
            builder.addAll(this, next[0], from);
            builder.addAll(both, from, to);
            next[0] = to;
        });
        builder.addAll(this, next[0], Axis.END);
        return builder.build();
    }

    private Rows joined(Rows other, BinaryOperator<Extent> join) {
        Builder builder = new Builder(starts.length + other.starts.length);
        int i = 0;
        int j = 0;
        int place = 0;
        while (place < Axis.END) {
            builder.add(place, join.apply(peers[i], other.peers[j]));
            int here = end(i);
            int there = other.end(j);
            place = Math.min(here, there);
            i += here == place ? 1 : 0;
            j += there == place ? 1 : 0;
        }
        return builder.build();
    }

    /// These rows for who sees the same port whatever was asked for.
    Rows seenAs(int port) {
        Builder builder = new Builder(4);
        for (int place : new int[] {0, 1 << 16, 2 << 16, Axis.OTHERS}) {
            builder.add(place, at(Axis.seen(port, place)));
        }
        return builder.build();
    }

    /// Other peers, known for certain, in place of these.
    Rows mapped(Function<Extent, Bits> mapping) {
        Builder builder = new Builder(starts.length);
        for (int i = 0; i < starts.length; i++) {
            builder.add(starts[i], Extent.of(mapping.apply(peers[i])));
        }
        return builder.build();
    }

    /// The places at which a peer surely passes (`sure`) or may pass.
    Axis.Places places(int peer, boolean sure) {
        Axis.Builder places = new Axis.Builder();
        for (int i = 0; i < starts.length; i++) {
            Bits bits = sure ? peers[i].surely() : peers[i].possibly();
            if (bits.has(peer)) {
                places.add(starts[i], end(i));
            }
        }
        return places.build();
    }

    /// Collects stretches, joining equal neighbours.
    static final class Builder {
        private int[] starts;
        private Extent[] peers;
        private int size;

        Builder(int expected) {
            starts = new int[expected];
            peers = new Extent[expected];
        }

        void add(int start, Extent extent) {
            if (size > 0 && peers[size - 1].equals(extent)) {
                return;
            }
            if (size == starts.length) {
                starts = Arrays.copyOf(starts, 2 * size + 1);
                peers = Arrays.copyOf(peers, 2 * size + 1);
            }
            starts[size] = start;
            peers[size++] = extent;
        }

        /// What other rows say from a place up to another.
        void addAll(Rows rows, int from, int to) {
            for (int i = rows.stretch(from); i < rows.starts.length && rows.starts[i] < to; i++) {
                if (from < to) {
                    add(Math.max(rows.starts[i], from), rows.peers[i]);
                }
            }
        }

        Rows build() {
            return new Rows(Arrays.copyOf(starts, size), Arrays.copyOf(peers, size));
        }
    }
}
