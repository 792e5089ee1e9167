package io.portolan.model.report;

import io.portolan.model.compile.StandIns;
import io.portolan.model.net.Address;

import java.util.Collection;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/// Addresses of the design's own services, and those that stand for unstated ones: nobody outside
/// has them. Stretches by their first address, with their last one.
final class OwnAddresses {
    private final NavigableMap<Address, Address> stretches = new TreeMap<>();

    OwnAddresses(Collection<Address> services) {
        stretches.put(StandIns.SERVICES.first(), StandIns.ELEMENTS.last());
        services.stream().filter(own -> !contains(own)).forEach(own -> stretches.put(own, own));
    }

    boolean contains(Address address) {
        Map.Entry<Address, Address> own = stretches.floorEntry(address);
        return own != null && address.compareTo(own.getValue()) <= 0;
    }

    /// The stretches that have addresses between two, both included, ascending.
    Map<Address, Address> between(Address first, Address last) {
        Map.Entry<Address, Address> highest = stretches.floorEntry(last);
        if (highest == null || highest.getValue().compareTo(first) < 0) {
            return Map.of();
        }
        Map.Entry<Address, Address> around = stretches.floorEntry(first);
        boolean reaches = around != null && around.getValue().compareTo(first) >= 0;
        return stretches.subMap(reaches ? around.getKey() : first, true, last, true);
    }

    /// The first address from `address` on that is not among these.
    Address after(Address address) {
        Address next = address;
        while (contains(next)) {
            next = stretches.floorEntry(next).getValue().next();
        }
        return next;
    }
}
