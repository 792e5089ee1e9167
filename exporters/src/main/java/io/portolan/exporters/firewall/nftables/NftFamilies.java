package io.portolan.exporters.firewall.nftables;

import io.portolan.exporters.packet.Box;
import io.portolan.exporters.packet.CannotSay;
import io.portolan.model.net.Cidr;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// One line of nftables names addresses of one family: a box of both becomes two lines.
final class NftFamilies {
    private NftFamilies() {}

    static List<Box> split(Box box) {
        if (box.source().name().isPresent() || box.destination().name().isPresent()) {
            throw new CannotSay("DNS names");
        }
        boolean plain = isPlain(box.source()) && isPlain(box.destination());
        return plain
                ? List.of(box)
                : Stream.of(false, true).flatMap(v6 -> of(box, v6).stream()).toList();
    }

    private static boolean isPlain(Box.Side side) {
        return side.isAny();
    }

    private static Optional<Box> of(Box box, boolean v6) {
        Box.Side source = of(box.source(), v6);
        Box.Side destination = of(box.destination(), v6);
        boolean wrongIcmp =
                box.service() instanceof Box.Service.Icmp(int family, _, _) && (family == 6) != v6;
        return source.isEmpty() || destination.isEmpty() || wrongIcmp
                ? Optional.empty()
                : Optional.of(
                        new Box(
                                source,
                                destination,
                                box.service(),
                                box.enters(),
                                box.leaves(),
                                box.states(),
                                box.translated()));
    }

    /// A side without blocks stays open in both families, unless the other one has blocks.
    private static Box.Side of(Box.Side side, boolean v6) {
        Optional<List<Cidr>> within = side.within().map(blocks -> family(blocks, v6));
        List<Cidr> without = family(side.without(), v6);
        boolean all = side.within().isEmpty() && side.without().isEmpty();
        return all
                ? side
                : new Box.Side(
                        Optional.of(within.orElseGet(() -> List.of(Cidr.all(v6)))),
                        without,
                        Optional.empty());
    }

    private static List<Cidr> family(List<Cidr> blocks, boolean v6) {
        return blocks.stream().filter(b -> b.first().v6() == v6).toList();
    }
}
