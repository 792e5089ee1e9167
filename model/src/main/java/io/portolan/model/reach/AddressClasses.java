package io.portolan.model.reach;

import io.portolan.model.net.Address;
import io.portolan.model.net.AddressRange;
import io.portolan.model.net.AddressSet;
import io.portolan.model.net.Cidr;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

/// Cuts a set of addresses into the classes that no block of a plan tells apart.
final class AddressClasses {
    private final Map<Cidr, Integer> numbers = new HashMap<>();
    private final NavigableSet<Integer> lengths = new TreeSet<>();
    private final NavigableSet<Address> starts = new TreeSet<>();
    private final Map<AddressSet, List<AddressSet>> known = new ConcurrentHashMap<>();

    AddressClasses(Collection<Cidr> blocks) {
        for (Cidr block : new TreeSet<>(blocks)) {
            numbers.put(block, numbers.size());
            lengths.add(block.length());
            starts.add(block.first());
            Address last = block.last();
            if (!last.equals(Address.highest(last.v6()))) {
                starts.add(last.next());
            }
        }
    }

    /// The classes within a set, by their lowest address. The empty set is one class: addresses
    /// that nobody knows.
    List<AddressSet> of(AddressSet addresses) {
        if (addresses.isEmpty() || addresses.isSingle()) {
            return List.of(addresses);
        }
        return known.computeIfAbsent(addresses, this::cut);
    }

    private List<AddressSet> cut(AddressSet addresses) {
        Map<BitSet, List<AddressRange>> classes = new LinkedHashMap<>();
        for (AddressRange range : intervals(addresses)) {
            classes.computeIfAbsent(blocksAround(range), _ -> new ArrayList<>()).add(range);
        }
        return classes.values().stream().map(AddressSet::new).toList();
    }

    /// The set, cut at every boundary of a block.
    List<AddressRange> intervals(AddressSet addresses) {
        List<AddressRange> parts = new ArrayList<>();
        for (AddressRange range : addresses.ranges()) {
            Address from = range.first();
            for (Address start : starts.subSet(from, false, range.last(), true)) {
                parts.add(new AddressRange(from, start.previous()));
                from = start;
            }
            parts.add(new AddressRange(from, range.last()));
        }
        return parts;
    }

    /// Families are told apart even where no block does.
    private BitSet blocksAround(AddressRange range) {
        BitSet around = new BitSet();
        around.set(0, range.v6());
        lengths.headSet(range.first().bits(), true).stream()
                .map(length -> numbers.get(new Cidr(range.first(), length)))
                .filter(Objects::nonNull)
                .forEach(number -> around.set(number + 1));
        return around;
    }
}
