package io.portolan.model.report;

import io.portolan.model.net.Address;
import io.portolan.model.reach.TrafficSet;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/// What one end may do with outside addresses: ranges that overlap are united, neighbours that may
/// do the same become one range.
final class OutsideRanges {
    /// The addresses `first` to `last`, both included.
    record Range(Address first, Address last, TrafficSet traffic) {}

    private final List<Range> ranges = new ArrayList<>();
    private final OwnAddresses inside;

    /// What is `inside` is left out, and does not part what lies on both sides of it.
    OutsideRanges(OwnAddresses inside) {
        this.inside = inside;
    }

    void add(Range range) {
        Address first = range.first();
        for (var own : inside.between(range.first(), range.last()).entrySet()) {
            if (first.compareTo(own.getKey()) < 0) {
                ranges.add(new Range(first, own.getKey().previous(), range.traffic()));
            }
            if (own.getValue().compareTo(range.last()) >= 0) {
                return;
            }
            first = own.getValue().next();
        }
        ranges.add(new Range(first, range.last(), range.traffic()));
    }

    /// As few ranges as possible, ascending.
    List<Range> merged() {
        List<Range> merged = new ArrayList<>();
        for (Range piece : pieces()) {
            Range last = merged.isEmpty() ? piece : merged.getLast();
            if (continues(last, piece)) {
                merged.set(
                        merged.size() - 1, new Range(last.first(), piece.last(), last.traffic()));
            } else {
                merged.add(piece);
            }
        }
        return merged;
    }

    private boolean continues(Range last, Range next) {
        return !last.first().equals(next.first())
                && last.traffic().equals(next.traffic())
                && inside.after(last.last().next()).equals(next.first());
    }

    private List<Range> pieces() {
        List<Range> sorted =
                ranges.stream()
                        .filter(range -> !range.traffic().isEmpty())
                        .sorted(Comparator.comparing(Range::first))
                        .toList();
        return areApart(sorted) ? sorted : cut(sorted);
    }

    private static boolean areApart(List<Range> sorted) {
        for (int i = 1; i < sorted.size(); i++) {
            if (sorted.get(i).first().compareTo(sorted.get(i - 1).last()) <= 0) {
                return false;
            }
        }
        return true;
    }

    /// From each place where something changes to before the next one: what all ranges there allow.
    private static List<Range> cut(List<Range> sorted) {
        List<Address> starts = starts(sorted);
        Sweep sweep = new Sweep(sorted);
        List<Range> pieces = new ArrayList<>();
        for (int i = 0; i < starts.size(); i++) {
            Address first = starts.get(i);
            Address last =
                    i + 1 < starts.size() ? starts.get(i + 1).previous() : Address.highest(false);
            sweep.moveTo(first).ifPresent(traffic -> pieces.add(new Range(first, last, traffic)));
        }
        return pieces;
    }

    private static List<Address> starts(List<Range> ranges) {
        TreeSet<Address> starts = new TreeSet<>();
        for (Range range : ranges) {
            starts.add(range.first());
            if (!range.last().equals(Address.highest(false))) {
                starts.add(range.last().next());
            }
        }
        return List.copyOf(starts);
    }

    /// Goes up through the addresses and holds the ranges around the one it is at.
    private static final class Sweep {
        private final Iterator<Range> coming;
        private final List<Range> open = new ArrayList<>();
        private @Nullable Range next;

        Sweep(List<Range> sorted) {
            coming = sorted.iterator();
            step();
        }

        private void step() {
            next = coming.hasNext() ? coming.next() : null;
        }

        Optional<TrafficSet> moveTo(Address address) {
            open.removeIf(range -> range.last().compareTo(address) < 0);
            for (; next != null && next.first().compareTo(address) <= 0; step()) {
                open.add(next);
            }
            return open.stream().map(Range::traffic).reduce(TrafficSet::union);
        }
    }
}
