package io.portolan.model.report;

import io.portolan.model.net.Address;
import io.portolan.model.reach.TrafficSet;
import io.portolan.model.report.ConnectivityDiff.Row;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/// The rows that differ between two tables. Outside ranges may be cut differently in them; what
/// differs is said of ranges as large as possible.
record TableDifference(List<Row> rows) {
    private static final String OUTSIDE = "[External]";

    /// Rows of one pair; `outside` marks the end that is a range of addresses.
    private record Pair(String source, String destination) implements Comparable<Pair> {
        @Override
        public int compareTo(Pair other) {
            int bySource = source.compareTo(other.source);
            return bySource != 0 ? bySource : destination.compareTo(other.destination);
        }
    }

    private record Piece(Address first, Address last, TrafficSet traffic) {}

    /// One table by pairs: a range of addresses stands as `OUTSIDE` in its pair.
    private record Sorted(Map<Pair, TrafficSet> named, Map<Pair, List<Piece>> outside) {
        static Sorted of(ConnectivityTable table) {
            Sorted sorted = new Sorted(new HashMap<>(), new HashMap<>());
            table.rows().forEach(sorted::add);
            return sorted;
        }

        private void add(ConnectivityTable.Row row) {
            if (row.source().endsWith(OUTSIDE)) {
                piece(new Pair(OUTSIDE, row.destination()), row.source(), row.traffic());
            } else if (row.destination().endsWith(OUTSIDE)) {
                piece(new Pair(row.source(), OUTSIDE), row.destination(), row.traffic());
            } else {
                named.put(new Pair(row.source(), row.destination()), row.traffic());
            }
        }

        private void piece(Pair pair, String range, TrafficSet traffic) {
            String[] ends = range.substring(0, range.indexOf('[')).split("-", -1);
            outside.computeIfAbsent(pair, _ -> new ArrayList<>())
                    .add(new Piece(Address.parse(ends[0]), Address.parse(ends[1]), traffic));
        }

        TrafficSet at(Pair pair, Address address) {
            for (Piece piece : outside.getOrDefault(pair, List.of())) {
                if (piece.first().compareTo(address) <= 0 && address.compareTo(piece.last()) <= 0) {
                    return piece.traffic();
                }
            }
            return TrafficSet.NONE;
        }
    }

    static TableDifference of(ConnectivityTable before, ConnectivityTable after) {
        Sorted old = Sorted.of(before);
        Sorted young = Sorted.of(after);
        List<Row> rows = new ArrayList<>();
        for (Pair pair : pairs(old.outside().keySet(), young.outside().keySet())) {
            rows.addAll(ranges(pair, old, young));
        }
        for (Pair pair : pairs(old.named().keySet(), young.named().keySet())) {
            TrafficSet one = old.named().getOrDefault(pair, TrafficSet.NONE);
            TrafficSet other = young.named().getOrDefault(pair, TrafficSet.NONE);
            if (!isSame(one, other)) {
                rows.add(new Row(pair.source(), pair.destination(), one, other, List.of()));
            }
        }
        return new TableDifference(List.copyOf(rows));
    }

    private static boolean isSame(TrafficSet one, TrafficSet other) {
        return one.equals(other)
                || ConnectivityDiff.words(one).equals(ConnectivityDiff.words(other));
    }

    private static Set<Pair> pairs(Set<Pair> some, Set<Pair> others) {
        Set<Pair> all = new TreeSet<>(some);
        all.addAll(others);
        return all;
    }

    private static List<Row> ranges(Pair pair, Sorted old, Sorted young) {
        record Before(TrafficSet before, TrafficSet after) {}
        List<Row> rows = new ArrayList<>();
        TreeMap<Address, Before> differing = new TreeMap<>();
        Before last = new Before(TrafficSet.NONE, TrafficSet.NONE);
        for (Address start : starts(pair, old, young)) {
            Before here = new Before(old.at(pair, start), young.at(pair, start));
            if (!here.equals(last)) {
                differing.put(start, here);
                last = here;
            }
        }
        differing.forEach((start, change) -> {
            if (!isSame(change.before(), change.after())) {
                Address next = differing.higherKey(start);
                Address end = next == null ? Address.highest(false) : next.previous();
                rows.add(row(pair, start + "-" + end + OUTSIDE, change.before(), change.after()));
            }
        });
        return rows;
    }

    private static TreeSet<Address> starts(Pair pair, Sorted old, Sorted young) {
        TreeSet<Address> starts = new TreeSet<>();
        for (Sorted table : List.of(old, young)) {
            for (Piece piece : table.outside().getOrDefault(pair, List.of())) {
                starts.add(piece.first());
                if (!piece.last().equals(Address.highest(false))) {
                    starts.add(piece.last().next());
                }
            }
        }
        return starts;
    }

    private static Row row(Pair pair, String range, TrafficSet before, TrafficSet after) {
        return pair.source().equals(OUTSIDE)
                ? new Row(range, pair.destination(), before, after, List.of())
                : new Row(pair.source(), range, before, after, List.of());
    }
}
