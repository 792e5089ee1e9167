package io.portolan.model.rule.builtin.addressing;

import io.portolan.model.design.AddressPool;
import io.portolan.model.design.CloudNetwork;
import io.portolan.model.design.Cluster;
import io.portolan.model.design.Design;
import io.portolan.model.design.Element;
import io.portolan.model.design.Subnet;
import io.portolan.model.design.Vlan;
import io.portolan.model.net.Address;
import io.portolan.model.net.Cidr;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Finds blocks that nobody uses in the address pools of a design.
final class FreeBlocks {
    private static final int TRIED = 65_536;

    private FreeBlocks() {}

    /// The lowest unused block of that size in the pool that the given block was cut from.
    static Optional<Cidr> like(Design design, Cidr block) {
        List<Cidr> used = design.elements().values().stream().flatMap(FreeBlocks::ranges).toList();
        return design.all(AddressPool.class)
                .map(AddressPool::range)
                .filter(pool -> pool.contains(block))
                .flatMap(pool -> cuts(pool, block.length()))
                .filter(cut -> used.stream().noneMatch(cut::overlaps))
                .findFirst();
    }

    private static Stream<Cidr> cuts(Cidr pool, int length) {
        return Stream.iterate(
                        new Cidr(pool.first(), length),
                        pool::contains,
                        cut -> new Cidr(cut.last().next(), length))
                .limit(TRIED);
    }

    private static Stream<Cidr> ranges(Element element) {
        return switch (element) {
            case Vlan vlan -> vlan.subnet().stream();
            case Subnet subnet -> Stream.of(subnet.range());
            case CloudNetwork network -> network.ranges().stream();
            case Cluster cluster ->
                    Stream.of(cluster.podRanges(), cluster.serviceRanges(), cluster.nodeRanges())
                            .flatMap(List::stream);
            default -> Stream.empty();
        };
    }

    /// An address moved along with its block.
    static Address moved(Address address, Cidr from, Cidr to) {
        return to.first().offsetBy(from.first(), address);
    }
}
