package io.portolan.model.reach;

import io.portolan.model.net.PortRange;
import io.portolan.model.net.PortSet;
import io.portolan.model.net.Protocol;
import io.portolan.model.net.Transport;
import io.portolan.model.policy.Estate.Member;
import io.portolan.model.policy.Estate.NamedPort;
import io.portolan.model.policy.Traffic;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// Tests on protocol and ports.
final class TrafficAtoms {
    private static final int CODES = 256;

    private TrafficAtoms() {}

    static Truth test(Traffic atom, Packet packet) {
        return switch (atom) {
            case Traffic.Ports(var transport, var destination, var source) ->
                    speaks(packet, transport) ? both(packet, destination, source) : Truth.NO;
            case Traffic.NamedPort(var transport, var name) ->
                    speaks(packet, transport)
                            ? packet.destination()
                                    .port()
                                    .in(numbers(packet.destination().member(), transport, name))
                            : Truth.NO;
            case Traffic.Icmp icmp -> icmp(icmp, packet);
            case Traffic.IpProtocol(int number) -> Truth.of(packet.spoken().is(number));
        };
    }

    private static boolean speaks(Packet packet, Transport transport) {
        return packet.spoken().is(transport.number());
    }

    private static Truth both(Packet packet, PortSet destination, PortSet source) {
        Truth to = packet.destination().port().in(destination);
        return source.equals(PortSet.ALL) ? to : to.and(packet.source().port().in(source));
    }

    /// What a port name means at a destination.
    static PortSet numbers(Optional<Member> member, Transport transport, String name) {
        List<NamedPort> ports =
                member.map(m -> m.namedPorts().getOrDefault(name, List.of())).orElse(List.of());
        return PortSet.of(
                ports.stream()
                        .filter(port -> port.transport() == transport)
                        .mapToInt(NamedPort::number)
                        .toArray());
    }

    private static Truth icmp(Traffic.Icmp atom, Packet packet) {
        Protocol wanted = atom.family() == 4 ? Protocol.ICMP : Protocol.ICMPV6;
        return packet.spoken().is(wanted.number())
                ? packet.destination().port().in(messages(atom.type(), atom.code()))
                : Truth.NO;
    }

    /// The messages of a type and code on the port axis.
    static PortSet messages(OptionalInt type, OptionalInt code) {
        if (type.isPresent()) {
            int first = type.getAsInt() * CODES;
            return code.isPresent()
                    ? PortSet.of(first + code.getAsInt())
                    : PortSet.range(first, first + CODES - 1);
        }
        return code.isPresent() ? ofEveryType(code.getAsInt()) : PortSet.ALL;
    }

    private static PortSet ofEveryType(int code) {
        List<PortRange> messages = new ArrayList<>();
        for (int type = 0; type < CODES; type++) {
            messages.add(new PortRange(type * CODES + code, type * CODES + code));
        }
        return new PortSet(messages);
    }
}
