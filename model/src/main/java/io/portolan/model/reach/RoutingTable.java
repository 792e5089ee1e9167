package io.portolan.model.reach;

import io.portolan.model.net.Address;
import io.portolan.model.net.AddressSet;
import io.portolan.model.policy.Forwarding;
import io.portolan.model.policy.Forwarding.Interface;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// The forwarding of one device, looked up: its interfaces by name and segment, and the longest
/// prefix for an address, each worked out once.
final class RoutingTable {
    private final Forwarding router;
    private final Map<String, Interface> byName = new HashMap<>();
    private final Map<String, Interface> bySegment = new HashMap<>();
    private final Map<Destination, List<Forwarding.Entry>> best = new ConcurrentHashMap<>();

    private record Destination(String vrf, Address address) {}

    RoutingTable(Forwarding router) {
        this.router = router;
        for (Interface one : router.interfaces()) {
            byName.putIfAbsent(one.name(), one);
            bySegment.putIfAbsent(one.segment(), one);
        }
    }

    String device() {
        return router.device();
    }

    List<Interface> interfaces() {
        return router.interfaces();
    }

    Optional<Interface> named(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    /// The first interface on a segment.
    Optional<Interface> on(String segment) {
        return Optional.ofNullable(bySegment.get(segment));
    }

    /// The longest prefix in the VRF of the incoming interface; several entries are equal-cost
    /// paths. Addresses of one class are in or out of a prefix together, so any of them tells.
    List<Forwarding.Entry> best(Interface in, AddressSet to) {
        return best.computeIfAbsent(new Destination(in.vrf(), to.first()), this::longest);
    }

    private List<Forwarding.Entry> longest(Destination to) {
        List<Forwarding.Entry> best = new ArrayList<>();
        int longest = -1;
        for (Forwarding.Entry entry : router.entries()) {
            if (!entry.vrf().equals(to.vrf()) || !entry.prefix().contains(to.address())) {
                continue;
            }
            if (entry.prefix().length() > longest) {
                longest = entry.prefix().length();
                best.clear();
            }
            if (entry.prefix().length() == longest) {
                best.add(entry);
            }
        }
        return best;
    }
}
