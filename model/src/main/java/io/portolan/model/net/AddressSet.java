package io.portolan.model.net;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A set of addresses of both families in canonical form: ranges ascending, neither overlapping nor
/// touching, so that equal sets are equal.
public record AddressSet(List<AddressRange> ranges) {
    public static final AddressSet NONE = new AddressSet(List.of());
    public static final AddressSet ALL =
            new AddressSet(
                    List.of(AddressRange.of(Cidr.all(false)), AddressRange.of(Cidr.all(true))));

    public AddressSet {
        ranges = canonical(ranges);
    }

    public static AddressSet of(Address address) {
        return new AddressSet(List.of(new AddressRange(address, address)));
    }

    public static AddressSet of(Cidr... blocks) {
        return of(Arrays.asList(blocks));
    }

    public static AddressSet of(Collection<Cidr> blocks) {
        return new AddressSet(blocks.stream().map(AddressRange::of).toList());
    }

    /// Reads `10.1.0.0/16,10.3.0.1-10.3.0.9`.
    ///
    /// @throws IllegalArgumentException if a part is no address, block or range
    public static AddressSet parse(String text) {
        return new AddressSet(
                Stream.of(text.split(",", -1)).map(String::strip).map(AddressSet::range).toList());
    }

    private static AddressRange range(String text) {
        int dash = text.indexOf('-');
        return dash < 0
                ? AddressRange.of(Cidr.parse(text))
                : new AddressRange(
                        Address.parse(text.substring(0, dash)),
                        Address.parse(text.substring(dash + 1)));
    }

    private static List<AddressRange> canonical(List<AddressRange> given) {
        if (given.size() < 2) {
            return List.copyOf(given);
        }
        List<AddressRange> merged = new ArrayList<>(given.size());
        for (AddressRange range : given.stream().sorted().toList()) {
            AddressRange last = merged.isEmpty() ? null : merged.getLast();
            if (last != null && joins(last, range)) {
                merged.set(
                        merged.size() - 1,
                        new AddressRange(last.first(), max(last.last(), range.last())));
            } else {
                merged.add(range);
            }
        }
        return List.copyOf(merged);
    }

    /// The highest address of a family is followed by none, so that families never join.
    private static boolean joins(AddressRange lower, AddressRange upper) {
        return lower.v6() == upper.v6()
                && (upper.first().compareTo(lower.last()) <= 0
                        || lower.last().next().equals(upper.first()));
    }

    private static Address max(Address one, Address other) {
        return one.compareTo(other) >= 0 ? one : other;
    }

    private static Address min(Address one, Address other) {
        return one.compareTo(other) <= 0 ? one : other;
    }

    public boolean isEmpty() {
        return ranges.isEmpty();
    }

    /// True if the set is exactly one address.
    public boolean isSingle() {
        return ranges.size() == 1 && ranges.getFirst().first().equals(ranges.getFirst().last());
    }

    /// The lowest address.
    ///
    /// @throws java.util.NoSuchElementException if the set is empty
    public Address first() {
        return ranges.getFirst().first();
    }

    public boolean contains(Address address) {
        return around(address).isPresent();
    }

    /// Ranges never touch, so a range of another set is in one of these or not in this set.
    public boolean containsAll(AddressSet other) {
        for (AddressRange range : other.ranges) {
            if (around(range.first()).filter(own -> own.contains(range.last())).isEmpty()) {
                return false;
            }
        }
        return true;
    }

    /// The range that an address is in.
    private Optional<AddressRange> around(Address address) {
        int low = 0;
        int high = ranges.size() - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            AddressRange range = ranges.get(middle);
            if (range.contains(address)) {
                return Optional.of(range);
            }
            if (address.compareTo(range.first()) < 0) {
                high = middle - 1;
            } else {
                low = middle + 1;
            }
        }
        return Optional.empty();
    }

    public boolean overlaps(AddressSet other) {
        return !intersection(other).isEmpty();
    }

    /// Whether some address of the block is in the set; makes nothing.
    public boolean overlaps(Cidr block) {
        int low = 0;
        int high = ranges.size() - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            AddressRange range = ranges.get(middle);
            if (range.last().compareTo(block.first()) < 0) {
                low = middle + 1;
            } else if (range.first().compareTo(block.last()) > 0) {
                high = middle - 1;
            } else {
                return true;
            }
        }
        return false;
    }

    public AddressSet union(AddressSet other) {
        return new AddressSet(Stream.concat(ranges.stream(), other.ranges.stream()).toList());
    }

    public AddressSet intersection(AddressSet other) {
        List<AddressRange> common = new ArrayList<>();
        int i = 0;
        int j = 0;
        while (i < ranges.size() && j < other.ranges.size()) {
            AddressRange a = ranges.get(i);
            AddressRange b = other.ranges.get(j);
            Address low = max(a.first(), b.first());
            Address high = min(a.last(), b.last());
            if (low.compareTo(high) <= 0 && low.v6() == high.v6()) {
                common.add(new AddressRange(low, high));
            }
            if (a.last().compareTo(b.last()) < 0) {
                i++;
            } else {
                j++;
            }
        }
        return new AddressSet(common);
    }

    /// The addresses of both families that are not in this set.
    public AddressSet complement() {
        List<AddressRange> gaps = new ArrayList<>();
        for (boolean v6 : new boolean[] {false, true}) {
            gaps(v6, gaps);
        }
        return new AddressSet(gaps);
    }

    private void gaps(boolean v6, List<AddressRange> into) {
        Address next = Address.lowest(v6);
        Address highest = Address.highest(v6);
        for (AddressRange range : ranges) {
            if (range.v6() != v6) {
                continue;
            }
            if (range.first().compareTo(next) > 0) {
                into.add(new AddressRange(next, range.first().previous()));
            }
            if (range.last().equals(highest)) {
                return;
            }
            next = range.last().next();
        }
        into.add(new AddressRange(next, highest));
    }

    public AddressSet minus(AddressSet other) {
        return other.isEmpty() || isEmpty() ? this : intersection(other.complement());
    }

    /// The part of one family.
    public AddressSet ofFamily(Cidr all) {
        return intersection(of(all));
    }

    /// The fewest blocks that cover exactly this set, ascending.
    public List<Cidr> blocks() {
        return ranges.stream().flatMap(range -> range.blocks().stream()).toList();
    }

    @Override
    public String toString() {
        return ranges.stream().map(AddressRange::toString).collect(Collectors.joining(","));
    }
}
