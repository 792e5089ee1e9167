package io.portolan.model.rule.builtin.addressing;

import io.portolan.model.change.Change;
import io.portolan.model.design.Cluster;
import io.portolan.model.design.Design;
import io.portolan.model.design.Element;
import io.portolan.model.design.Subnet;
import io.portolan.model.design.Vlan;
import io.portolan.model.net.Cidr;
import io.portolan.model.rule.Finding;
import io.portolan.model.rule.builtin.addressing.Prefix.Use;

import java.util.List;
import java.util.Optional;

/// Moves a block to the next free place of its pool.
final class Renumbering {
    private Renumbering() {}

    /// The finding with that repair, if a pool has room and nothing is drawn inside that would have
    /// to move too.
    static Finding offered(Finding finding, Design design, Prefix prefix) {
        return FreeBlocks.like(design, prefix.range())
                .flatMap(free -> change(design, prefix, free))
                .map(finding::withFix)
                .orElse(finding);
    }

    private static Optional<Change> change(Design design, Prefix prefix, Cidr free) {
        return design.find(prefix.owner())
                .flatMap(owner -> moved(design, owner, prefix, free))
                .map(moved ->
                        new Change.Put("renumber %s to %s".formatted(prefix.owner(), free), moved));
    }

    private static Optional<Element> moved(Design design, Element owner, Prefix prefix, Cidr free) {
        boolean empty = design.children(owner.id()).findAny().isEmpty();
        return switch (owner) {
            case Vlan vlan when empty -> Optional.of(moved(vlan, prefix.range(), free));
            case Subnet subnet when empty -> Optional.of(moved(subnet, prefix.range(), free));
            case Cluster cluster when prefix.use() == Use.PODS ->
                    Optional.of(cluster.withPodRanges(replaced(cluster, prefix.range(), free)));
            default -> Optional.empty();
        };
    }

    private static Vlan moved(Vlan vlan, Cidr from, Cidr to) {
        Vlan moved = vlan.withSubnet(to);
        return vlan.gateway()
                .map(gateway -> moved.withGateway(FreeBlocks.moved(gateway, from, to)))
                .orElse(moved);
    }

    private static Subnet moved(Subnet subnet, Cidr from, Cidr to) {
        Subnet moved = subnet.withRange(to);
        return subnet.gateway()
                .map(gateway -> moved.withGateway(FreeBlocks.moved(gateway, from, to)))
                .orElse(moved);
    }

    private static List<Cidr> replaced(Cluster cluster, Cidr from, Cidr to) {
        return cluster.podRanges().stream().map(r -> r.equals(from) ? to : r).toList();
    }
}
