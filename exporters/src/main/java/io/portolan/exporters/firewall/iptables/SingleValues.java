package io.portolan.exporters.firewall.iptables;

import io.portolan.exporters.packet.Blocks;
import io.portolan.exporters.packet.Box;
import io.portolan.exporters.packet.CannotSay;
import io.portolan.model.net.Cidr;
import io.portolan.model.net.PortRange;
import io.portolan.model.net.PortSet;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/// A box as boxes that one line of iptables can say: one block at each end, one interface, and no
/// more ports than the match `multiport` takes.
final class SingleValues {
    /// Ports in one `multiport` (XT_MULTI_PORTS); a range counts as two.
    private static final int MOST_PORTS = 15;

    /// A rule of more lines than this is a list for `ipset`, which is not written yet.
    private static final int MOST_LINES = 2_048;

    /// The type by which `iptables` means all types.
    private static final int ANY_ICMP_TYPE = 255;

    private SingleValues() {}

    static List<Box> of(Box box) {
        List<Box.Service> services = services(box.service());
        List<Box> lines =
                sides(box.source()).stream()
                        .flatMap(s -> sides(box.destination()).stream().map(d -> box.between(s, d)))
                        .flatMap(b -> services.stream().map(b::of))
                        .flatMap(b -> names(b.enters()).map(in -> b.through(in, b.leaves())))
                        .flatMap(b -> names(b.leaves()).map(out -> b.through(b.enters(), out)))
                        .limit(MOST_LINES + 1L)
                        .toList();
        if (lines.size() > MOST_LINES) {
            throw new CannotSay("a rule of more than %d lines".formatted(MOST_LINES));
        }
        return lines;
    }

    /// All addresses but some are written as the blocks that are left.
    private static List<Box.Side> sides(Box.Side side) {
        return side.within()
                .map(within -> Blocks.minus(within, side.without()))
                .map(blocks -> blocks.stream().map(SingleValues::only).toList())
                .orElseGet(() -> List.of(Box.Side.ANY));
    }

    private static Box.Side only(Cidr block) {
        return Box.Side.in(List.of(block));
    }

    private static Stream<Optional<SortedSet<String>>> names(Optional<SortedSet<String>> names) {
        return names.map(all -> all.stream().map(SingleValues::only))
                .orElseGet(() -> Stream.of(Optional.empty()));
    }

    private static Optional<SortedSet<String>> only(String name) {
        return Optional.of(new TreeSet<>(List.of(name)));
    }

    // ---------------------------------------------------------------- services

    private static List<Box.Service> services(Box.Service service) {
        return switch (service) {
            case Box.Service.All all -> List.of(all);
            case Box.Service.Ports ports -> ports(ports);
            case Box.Service.Icmp icmp -> List.of(checked(icmp));
            case Box.Service.Protocol(int number) when number == 0 ->
                    throw new CannotSay("the protocol 0, which it takes for all protocols");
            case Box.Service.Protocol protocol -> List.of(protocol);
        };
    }

    private static Box.Service checked(Box.Service.Icmp icmp) {
        boolean all = icmp.type().isPresent() && icmp.type().getAsInt() == ANY_ICMP_TYPE;
        if (all || (icmp.type().isEmpty() && icmp.code().isPresent())) {
            throw new CannotSay("this type or code of ICMP alone");
        }
        return icmp;
    }

    private static List<Box.Service> ports(Box.Service.Ports ports) {
        List<PortSet> sources = parts(ports.source());
        return parts(ports.destination()).stream()
                .flatMap(to ->
                        sources.stream()
                                .<Box.Service>map(
                                        from -> new Box.Service.Ports(ports.transport(), to, from)))
                .toList();
    }

    private static List<PortSet> parts(PortSet ports) {
        List<PortSet> parts = new ArrayList<>();
        List<PortRange> part = new ArrayList<>();
        int taken = 0;
        for (PortRange range : ports.ranges()) {
            int size = range.low() == range.high() ? 1 : 2;
            if (taken + size > MOST_PORTS) {
                parts.add(new PortSet(part));
                part = new ArrayList<>();
                taken = 0;
            }
            part.add(range);
            taken += size;
        }
        parts.add(new PortSet(part));
        return parts;
    }
}
