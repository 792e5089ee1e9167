package io.portolan.exporters.netfilter;

import io.portolan.exporters.packet.Box;
import io.portolan.exporters.packet.CannotSay;
import io.portolan.model.policy.Forwarding;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/// Zones as the interfaces that they hold: Netfilter knows interfaces only, by names of at most 15
/// characters (IFNAMSIZ of Linux).
final class Interfaces {
    private static final String ALLOWED = "[A-Za-z0-9][A-Za-z0-9_.@-]{0,14}";

    private final List<Forwarding.Interface> known;

    Interfaces(Optional<Forwarding> forwarding) {
        known = forwarding.map(Forwarding::interfaces).orElse(List.of());
    }

    Box of(Box box) {
        return box.through(box.enters().map(this::named), box.leaves().map(this::named));
    }

    private SortedSet<String> named(Set<String> names) {
        SortedSet<String> found = new TreeSet<>();
        for (String name : names) {
            List<String> members =
                    known.stream()
                            .filter(i -> i.name().equals(name) || i.zone().equals(name))
                            .map(Forwarding.Interface::name)
                            .toList();
            found.addAll(members.isEmpty() ? List.of(name) : members);
        }
        found.forEach(Interfaces::check);
        return found;
    }

    private static void check(String name) {
        if (!name.matches(ALLOWED)) {
            throw new CannotSay("the interface name " + name + " (Linux allows 15 characters)");
        }
    }
}
