package io.portolan.model.reach;

import io.portolan.model.net.PortSet;
import io.portolan.model.net.Protocol;
import io.portolan.model.net.Transport;
import io.portolan.model.policy.EnforcementPlan;
import io.portolan.model.policy.Expr;
import io.portolan.model.policy.Traffic;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/// Protocols that travel alike: each that something on the way asks for by itself, and all others
/// together.
record ProtocolGroups(List<Group> all) {
    /// A number that no rule names: for experiments and tests (RFC 3692).
    static final Protocol UNNAMED = new Protocol(253);

    /// Some of the transports, perhaps among other protocols, with one protocol that stands for
    /// all.
    record Group(Protocol example, List<Transport> transports, boolean others) {
        /// The places of some ports.
        Axis.Places taken(PortSet ports) {
            Axis.Builder places = new Axis.Builder();
            transports.forEach(transport -> places.add(transport, ports));
            if (others && !ports.isEmpty()) {
                places.add(Axis.OTHERS, Axis.END);
            }
            return places.build();
        }

        /// The places that fail, of those that are taken. Other protocols fail if any part of them
        /// does, or if not all of them go this way.
        Axis.Places failing(PortSet ports, PortSet taken) {
            boolean whole = ports.isEmpty() && !taken.isEmpty();
            Axis.Builder places = new Axis.Builder();
            transports.forEach(transport -> places.add(transport, ports));
            if (others && !whole && !taken.isEmpty()) {
                places.add(Axis.OTHERS, Axis.END);
            }
            return places.build();
        }
    }

    static ProtocolGroups of(EnforcementPlan plan) {
        Set<Integer> named = new TreeSet<>();
        new TravelTerms(plan).traffic().forEach(expr -> collect(expr, named));
        List<Group> groups = new ArrayList<>();
        List<Transport> rest = new ArrayList<>();
        for (Transport transport : Transport.values()) {
            if (named.contains(transport.number())) {
                groups.add(new Group(new Protocol(transport.number()), List.of(transport), false));
            } else {
                rest.add(transport);
            }
        }
        named.stream()
                .map(Protocol::new)
                .filter(protocol -> protocol.transport().isEmpty())
                .forEach(protocol -> groups.add(new Group(protocol, List.of(), true)));
        groups.add(new Group(UNNAMED, List.copyOf(rest), true));
        return new ProtocolGroups(groups);
    }

    private static void collect(Expr<Traffic> expr, Set<Integer> into) {
        switch (expr) {
            case Expr.Is<Traffic>(var atom) -> into.add(number(atom));
            case Expr.AnyOf<Traffic>(var terms) -> terms.forEach(term -> collect(term, into));
            case Expr.AllOf<Traffic>(var terms) -> terms.forEach(term -> collect(term, into));
            case Expr.Not<Traffic>(var term) -> collect(term, into);
            case Expr.Named<Traffic>(_, var meaning) -> collect(meaning, into);
            case Expr.Any<Traffic>(), Expr.Unknown<Traffic>(_) -> {}
        }
    }

    private static int number(Traffic atom) {
        return switch (atom) {
            case Traffic.Ports(var transport, _, _) -> transport.number();
            case Traffic.NamedPort(var transport, _) -> transport.number();
            case Traffic.Icmp(int family, _, _) ->
                    (family == 4 ? Protocol.ICMP : Protocol.ICMPV6).number();
            case Traffic.IpProtocol(int number) -> number;
        };
    }
}
