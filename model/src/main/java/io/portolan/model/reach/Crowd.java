package io.portolan.model.reach;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.concurrent.ConcurrentHashMap;

/// Ends that travel alike, as the peers of others.
final class Crowd {
    private final Stands stands;
    private final Bits ends;
    private final Map<Seen, Parts> parts = new ConcurrentHashMap<>();

    /// How a gate sees them.
    private record Seen(GatePeers by, Ref as) {}

    /// The numbers by which a gate knows them, each with those whom it stands for there.
    private static final class Parts {
        private final int[] numbers;
        private final Bits[] ends;
        private final Bits whole;

        Parts(SequencedMap<Integer, Bits.Builder> byNumber) {
            numbers = byNumber.keySet().stream().mapToInt(number -> number).toArray();
            ends = byNumber.values().stream().map(Bits.Builder::build).toArray(Bits[]::new);
            whole = Bits.all(List.of(ends));
        }

        Bits in(Bits row) {
            int found = 0;
            int last = 0;
            for (int i = 0; i < numbers.length; i++) {
                if (row.has(numbers[i])) {
                    found++;
                    last = i;
                }
            }
            if (found <= 1) {
                return found == 0 ? Bits.NONE : ends[last];
            }
            return found == numbers.length ? whole : some(row);
        }

        private Bits some(Bits row) {
            Bits.Builder all = new Bits.Builder();
            for (int i = 0; i < numbers.length; i++) {
                if (row.has(numbers[i])) {
                    all.add(ends[i]);
                }
            }
            return all.build();
        }
    }

    Crowd(Stands stands, Bits ends) {
        this.stands = stands;
        this.ends = ends;
    }

    static Crowd all(Stands stands, List<Crowd> crowds) {
        List<Bits> ends = crowds.stream().map(crowd -> crowd.ends).toList();
        return new Crowd(stands, Bits.all(ends));
    }

    /// Those of them of whom a row of a gate has what stands for them there.
    Bits among(Factor factor, GatePeers by, Bits row) {
        Ref as = factor.peer();
        boolean areThey = as instanceof Ref.Source || as instanceof Ref.Destination;
        return areThey && factor.gate().arePeersEnds()
                ? ends.and(row)
                : parts.computeIfAbsent(new Seen(by, as), this::parts).in(row);
    }

    private Parts parts(Seen seen) {
        SequencedMap<Integer, Bits.Builder> byNumber = new LinkedHashMap<>();
        ends.forEach(end -> {
            int number = number(seen, end);
            if (number >= 0) {
                byNumber.computeIfAbsent(number, _ -> new Bits.Builder()).add(end);
            }
        });
        return new Parts(byNumber);
    }

    /// The number that stands for one of them, or -1 where its node has no such part.
    private int number(Seen seen, int end) {
        int stand =
                switch (seen.as()) {
                    case Ref.Source(), Ref.Destination() -> end;
                    case Ref.Node(int part) -> node(end, part);
                    case Ref.Fixed(int fixed) -> fixed;
                };
        return stand < 0 ? stand : seen.by().number(stand);
    }

    private int node(int end, int part) {
        int node = stands.node(end);
        int[] all = node < 0 ? new int[0] : stands.siblings(node);
        return part < all.length ? all[part] : -1;
    }
}
