package io.portolan.model.reach;

import io.portolan.model.reach.Relation.Conditional;
import io.portolan.model.reach.Relation.Connection;
import io.portolan.model.reach.Relation.End;

import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/// One walk over all pairs. What each end lets through is a number for every peer, so that a pair
/// costs two look-ups; the numbers of all destinations are made for a few sources at a time, so
/// that they fit into memory.
final class PairVisit {
    /// A multiple of the bits in a word.
    private static final int AT_A_TIME = 512;

    private final Pairs pairs;
    private final List<List<End>> ends;

    /// What more is open to requests of certain kinds, for a pair of numbers.
    interface Requests {
        List<Conditional> of(int from, int to);
    }

    PairVisit(Pairs pairs) {
        this.pairs = pairs;
        ends =
                IntStream.range(0, pairs.population().size())
                        .mapToObj(pairs.population()::ends)
                        .toList();
    }

    void forEach(Requests requests, Consumer<Connection> visitor) {
        for (int first = 0; first < ends.size(); first += AT_A_TIME) {
            new Some(first, Math.min(AT_A_TIME, ends.size() - first)).visit(requests, visitor);
        }
    }

    /// A few sources with all destinations.
    private final class Some {
        private final PairGroups groups = new PairGroups();
        private final int first;
        private final Side receiving;
        private final int[][] in;
        private final int[][] out;

        Some(int first, int sources) {
            this.first = first;
            receiving = pairs.in();
            in = new int[receiving.count()][];
            Arrays.setAll(in, i -> groups.of(receiving.rows(i), first, sources));
            out = new int[sources][];
            int[][] ofClass = new int[pairs.out().count()][];
            for (int i = 0; i < sources; i++) {
                int known = pairs.out().classOf(first + i);
                if (ofClass[known] == null) {
                    ofClass[known] = groups.of(pairs.out().rows(known), 0, ends.size());
                }
                out[i] = ofClass[known];
            }
        }

        void visit(Requests requests, Consumer<Connection> visitor) {
            for (int from = first; from < first + out.length; from++) {
                Bits irregular = pairs.irregular(from);
                for (int to = 0; to < ends.size(); to++) {
                    if (pairs.isVisited(from, to)) {
                        TrafficSet traffic =
                                irregular.has(to)
                                        ? pairs.places(from, to, true).traffic()
                                        : regular(from, to);
                        accept(from, to, traffic, requests, visitor);
                    }
                }
            }
        }

        private void accept(
                int from,
                int to,
                TrafficSet traffic,
                Requests requests,
                Consumer<Connection> visitor) {
            List<Conditional> conditional = requests.of(from, to);
            if (traffic.isEmpty() && conditional.isEmpty()) {
                return;
            }
            for (End source : ends.get(from)) {
                for (End target : ends.get(to)) {
                    visitor.accept(new Connection(source, target, traffic, conditional));
                }
            }
        }

        private TrafficSet regular(int from, int to) {
            int[] sources = in[receiving.classOf(to)];
            return groups.both(out[from - first][to], sources[from - first]);
        }
    }
}
