package io.portolan.model.report;

import io.portolan.model.compile.StandIns;
import io.portolan.model.net.Address;
import io.portolan.model.reach.TrafficSet;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.TreeSet;

/// What one end may do with outside addresses: ranges that overlap are united, neighbours that may
/// do the same become one range.
final class OutsideRanges {
    /// The addresses `first` to `last`, both included.
    record Range(Address first, Address last, TrafficSet traffic) {}

    private final List<Range> ranges = new ArrayList<>();
    private final NavigableMap<Address, Address> inside = new TreeMap<>();

    /// `inside` are addresses of the design's own services, which are nobody outside, as are those
    /// that stand for unstated ones: they are left out, and do not part what lies on both sides of
    /// them.
    OutsideRanges(Collection<Address> inside) {
        this.inside.put(StandIns.SERVICES.first(), StandIns.ELEMENTS.last());
        inside.stream().filter(own -> !isInside(own)).forEach(own -> this.inside.put(own, own));
    }

    void add(Range range) {
        Address first = range.first();
        for (var own : inside.headMap(range.last(), true).entrySet()) {
            if (own.getValue().compareTo(first) < 0) {
                continue;
            }
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
        Address following = last.last().next();
        while (isInside(following)) {
            following = inside.floorEntry(following).getValue().next();
        }
        return !last.first().equals(next.first())
                && following.equals(next.first())
                && last.traffic().equals(next.traffic());
    }

    private boolean isInside(Address address) {
        var own = inside.floorEntry(address);
        return own != null && address.compareTo(own.getValue()) <= 0;
    }

    private List<Range> pieces() {
        List<Address> starts = starts();
        List<Range> pieces = new ArrayList<>();
        for (int i = 0; i < starts.size(); i++) {
            Address first = starts.get(i);
            Address last =
                    i + 1 < starts.size() ? starts.get(i + 1).previous() : Address.highest(false);
            TrafficSet traffic = at(first);
            if (!traffic.isEmpty()) {
                pieces.add(new Range(first, last, traffic));
            }
        }
        return pieces;
    }

    private List<Address> starts() {
        TreeSet<Address> starts = new TreeSet<>();
        for (Range range : ranges) {
            starts.add(range.first());
            if (!range.last().equals(Address.highest(false))) {
                starts.add(range.last().next());
            }
        }
        return List.copyOf(starts);
    }

    private TrafficSet at(Address address) {
        return ranges.stream()
                .filter(r -> r.first().compareTo(address) <= 0 && address.compareTo(r.last()) <= 0)
                .map(Range::traffic)
                .reduce(TrafficSet.NONE, TrafficSet::union);
    }
}
