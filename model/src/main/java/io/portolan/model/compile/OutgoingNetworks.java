package io.portolan.model.compile;

import io.portolan.model.design.FilterRule;
import io.portolan.model.design.Firewall;
import io.portolan.model.net.Cidr;
import io.portolan.model.policy.Forwarding;
import io.portolan.model.policy.Forwarding.NextHop;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// Whether the destinations of a rule lie behind one interface, so that naming it adds nothing.
final class OutgoingNetworks {
    private OutgoingNetworks() {}

    static boolean imply(Firewall firewall, Routing routing, FilterRule rule, String out) {
        Optional<Forwarding> table = routing.of(firewall.id().value());
        return table.isPresent()
                && !rule.destinations().isEmpty()
                && rule.destinations().stream().allMatch(d -> leavesBy(table.get(), d, out));
    }

    /// The whole block takes the route of its longest prefix, and no longer one within it differs.
    private static boolean leavesBy(Forwarding table, Cidr block, String out) {
        List<Forwarding.Entry> within =
                table.entries().stream().filter(e -> block.contains(e.prefix())).toList();
        Optional<Forwarding.Entry> around =
                table.entries().stream()
                        .filter(e -> e.prefix().contains(block))
                        .max(Comparator.comparingInt(e -> e.prefix().length()));
        return around.filter(e -> exits(table, e, out)).isPresent()
                && within.stream().allMatch(e -> exits(table, e, out));
    }

    private static boolean exits(Forwarding table, Forwarding.Entry entry, String out) {
        String name =
                switch (entry.next()) {
                    case NextHop.Attached(String face) -> face;
                    case NextHop.Via(String face, _) -> face;
                    case NextHop.Discard() -> "";
                };
        return table.interfaces().stream()
                .filter(i -> i.name().equals(name))
                .anyMatch(i -> i.name().equals(out) || i.zone().equals(out));
    }
}
