package io.portolan.model.reach;

import java.util.Arrays;

/// For one profile of endpoints: along the axis, the peers that surely pass and those that may. A
/// stretch ends where the next begins.
final class Rows {
    private final int[] starts;
    private final Extent[] peers;

    private Rows(int[] starts, Extent[] peers) {
        this.starts = starts;
        this.peers = peers;
    }

    static Rows always(Extent peers) {
        return new Rows(new int[] {0}, new Extent[] {peers});
    }

    Extent at(int place) {
        return peers[stretch(place)];
    }

    private int stretch(int place) {
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

    /// Who passes both.
    Rows and(Rows other) {
        int[] all = new int[starts.length + other.starts.length];
        System.arraycopy(starts, 0, all, 0, starts.length);
        System.arraycopy(other.starts, 0, all, starts.length, other.starts.length);
        int[] cuts = Arrays.stream(all).sorted().distinct().toArray();
        Builder builder = new Builder(cuts.length);
        for (int cut : cuts) {
            builder.add(cut, at(cut).and(other.at(cut)));
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
        private final int[] starts;
        private final Extent[] peers;
        private int size;

        Builder(int limit) {
            starts = new int[limit];
            peers = new Extent[limit];
        }

        void add(int start, Extent extent) {
            if (size == 0 || !peers[size - 1].equals(extent)) {
                starts[size] = start;
                peers[size++] = extent;
            }
        }

        Rows build() {
            return new Rows(Arrays.copyOf(starts, size), Arrays.copyOf(peers, size));
        }
    }
}
