package io.portolan.exporters.netfilter;

import io.portolan.exporters.packet.Box;
import io.portolan.exporters.packet.CannotSay;
import io.portolan.model.net.Cidr;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// One line of Netfilter names addresses of one family: a box of both becomes two lines.
public final class Families {
    /// Extension headers of IPv6: hop-by-hop, routing, fragment, authentication, destination
    /// options. Netfilter looks behind them, so that they are the protocol of no packet.
    private static final Set<Integer> EXTENSIONS = Set.of(0, 43, 44, 51, 60);

    private Families() {}

    static List<Box> split(Box box) {
        if (box.source().name().isPresent() || box.destination().name().isPresent()) {
            throw new CannotSay("DNS names");
        }
        List<Box> split =
                box.source().isAny() && box.destination().isAny()
                        ? List.of(box)
                        : Stream.of(false, true).flatMap(v6 -> of(box, v6).stream()).toList();
        split.forEach(Families::check);
        return split;
    }

    private static void check(Box box) {
        if (box.service() instanceof Box.Service.Protocol(int number)
                && EXTENSIONS.contains(number)
                && fits(box, true)) {
            throw new CannotSay("the extension header %d of IPv6 as a protocol".formatted(number));
        }
    }

    /// True if packets of the family can be in a box that was split.
    public static boolean fits(Box box, boolean v6) {
        boolean icmp =
                !(box.service() instanceof Box.Service.Icmp(int family, _, _))
                        || (family == 6) == v6;
        return icmp
                && Stream.of(box.source(), box.destination())
                        .flatMap(side -> side.within().stream().flatMap(List::stream))
                        .allMatch(block -> block.first().v6() == v6);
    }

    private static Optional<Box> of(Box box, boolean v6) {
        Box.Side source = of(box.source(), v6);
        Box.Side destination = of(box.destination(), v6);
        if (source.isEmpty() || destination.isEmpty()) {
            return Optional.empty();
        }
        Box own =
                isWhole(source) && !destination.isAny()
                        ? box.between(Box.Side.ANY, destination)
                        : isWhole(destination) && !source.isAny()
                                ? box.between(source, Box.Side.ANY)
                                : box.between(source, destination);
        return Optional.of(own).filter(b -> fits(b, v6));
    }

    /// All of a family: needs no words beside a side that is of the family already.
    private static boolean isWhole(Box.Side side) {
        return side.without().isEmpty()
                && side.within().filter(w -> w.getFirst().length() == 0).isPresent();
    }

    /// A side without blocks stays open in both families, unless the other one has blocks.
    private static Box.Side of(Box.Side side, boolean v6) {
        if (side.isAny()) {
            return side;
        }
        Optional<List<Cidr>> within = side.within().map(blocks -> family(blocks, v6));
        return new Box.Side(
                Optional.of(within.orElseGet(() -> List.of(Cidr.all(v6)))),
                family(side.without(), v6),
                Optional.empty());
    }

    private static List<Cidr> family(List<Cidr> blocks, boolean v6) {
        return blocks.stream().filter(b -> b.first().v6() == v6).toList();
    }
}
