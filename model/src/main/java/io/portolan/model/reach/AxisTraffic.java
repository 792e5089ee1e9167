package io.portolan.model.reach;

import io.portolan.model.net.Protocol;
import io.portolan.model.net.Transport;
import io.portolan.model.policy.Estate.Member;
import io.portolan.model.policy.Expr;
import io.portolan.model.policy.Traffic;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// Where on the axis traffic matches, for packets of one kind.
final class AxisTraffic {
    private static final Axis.Places NOWHERE = new Axis.Builder().build();

    private final Lens lens;
    private final Map<Expr<Traffic>, Places> known = new ConcurrentHashMap<>();

    /// The places where it surely matches, and where it may.
    record Places(Axis.Places surely, Axis.Places possibly) {
        /// If something else that does not depend on the place is true as well.
        Places on(Truth truth) {
            if (truth.isAlways()) {
                return this;
            }
            return truth.isNever() ? new Places(NOWHERE, NOWHERE) : new Places(NOWHERE, possibly);
        }
    }

    AxisTraffic(Lens lens) {
        this.lens = lens;
    }

    /// Names of ports are those of the destination.
    Places of(Expr<Traffic> traffic, Optional<Member> destination) {
        return namesPorts(traffic)
                ? places(traffic, destination)
                : known.computeIfAbsent(traffic, t -> places(t, Optional.empty()));
    }

    private Places places(Expr<Traffic> traffic, Optional<Member> destination) {
        Axis.Builder surely = new Axis.Builder();
        Axis.Builder possibly = new Axis.Builder();
        for (Transport transport : Transport.values()) {
            Packet packet = lens.packet(new Protocol(transport.number()), destination);
            Truth truth = Matching.eval(traffic, atom -> TrafficAtoms.test(atom, packet));
            surely.add(transport, truth.surely());
            possibly.add(transport, truth.possibly());
        }
        Truth others = Matching.eval(traffic, AxisTraffic::other);
        addOthers(surely, !others.surely().isEmpty());
        addOthers(possibly, !others.possibly().isEmpty());
        return new Places(surely.build(), possibly.build());
    }

    private static void addOthers(Axis.Builder places, boolean matches) {
        if (matches) {
            places.add(Axis.OTHERS, Axis.END);
        }
    }

    /// One of many protocols: a rule about a single one may or may not be about it.
    private static Truth other(Traffic atom) {
        return switch (atom) {
            case Traffic.Ports _, Traffic.NamedPort _ -> Truth.NO;
            case Traffic.Icmp _ -> Truth.MAYBE;
            case Traffic.IpProtocol(int number) ->
                    new Protocol(number).transport().isPresent() ? Truth.NO : Truth.MAYBE;
        };
    }

    static boolean namesPorts(Expr<Traffic> traffic) {
        return Interest.asks(traffic, atom -> atom instanceof Traffic.NamedPort);
    }
}
