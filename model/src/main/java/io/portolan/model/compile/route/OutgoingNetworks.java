package io.portolan.model.compile.route;

import io.portolan.model.compile.need.Terms;
import io.portolan.model.design.FilterRule;
import io.portolan.model.design.Firewall;
import io.portolan.model.net.Cidr;
import io.portolan.model.policy.Expr;
import io.portolan.model.policy.Forwarding;
import io.portolan.model.policy.Forwarding.NextHop;
import io.portolan.model.policy.Peer;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// What lies behind an interface or zone by the routes of a device.
public final class OutgoingNetworks {
    private OutgoingNetworks() {}

    /// Whether the destinations of a rule all lie there, so that naming the interface adds nothing.
    public static boolean imply(Firewall firewall, Routing routing, FilterRule rule, String out) {
        Optional<Forwarding> table = routing.of(firewall.id().value());
        return table.isPresent()
                && !rule.destinations().isEmpty()
                && rule.destinations().stream().allMatch(d -> leavesBy(table.get(), d, out));
    }

    /// Everything that a packet may be sent to by an interface or zone: the prefixes routed there
    /// without the longer ones that are routed elsewhere.
    public static Expr<Peer> behind(Forwarding table, String name) {
        if (table.interfaces().stream().map(Forwarding.Interface::vrf).distinct().count() > 1) {
            return new Expr.Unknown<>("the routes differ by VRF");
        }
        return Terms.union(
                table.entries().stream()
                        .filter(e -> exits(table, e, name))
                        .map(e -> without(e, elsewhere(table, e, name)))
                        .toList());
    }

    private static List<Cidr> elsewhere(Forwarding table, Forwarding.Entry entry, String name) {
        return table.entries().stream()
                .filter(e -> e.prefix().length() > entry.prefix().length())
                .filter(e -> entry.prefix().contains(e.prefix()) && !exits(table, e, name))
                .map(Forwarding.Entry::prefix)
                .toList();
    }

    private static Expr<Peer> without(Forwarding.Entry entry, List<Cidr> longer) {
        Expr<Peer> whole = Terms.at(List.of(entry.prefix()));
        return longer.isEmpty() ? whole : Expr.allOf(whole, Expr.not(Terms.at(longer)));
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
