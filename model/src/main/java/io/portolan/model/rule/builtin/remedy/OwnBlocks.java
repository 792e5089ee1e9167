package io.portolan.model.rule.builtin.remedy;

import io.portolan.model.design.ElementId;
import io.portolan.model.net.Address;
import io.portolan.model.net.AddressSet;
import io.portolan.model.net.Cidr;
import io.portolan.model.policy.Estate.Member;
import io.portolan.model.policy.PeerKind;
import io.portolan.model.rule.DesignIndex;

import java.util.List;
import java.util.stream.Stream;

/// The addresses that are an element's and nobody else's: within its blocks the smaller block of
/// another belongs to the other, and a rule about the one must not be about the other as well.
public final class OwnBlocks {
    private OwnBlocks() {}

    public static List<Cidr> of(DesignIndex index, ElementId id) {
        return index.member(id).stream()
                .flatMap(member ->
                        member.addresses().stream().map(block -> own(index, member, block)))
                .reduce(AddressSet.NONE, AddressSet::union)
                .blocks();
    }

    private static AddressSet own(DesignIndex index, Member member, Cidr block) {
        List<Cidr> taken =
                index.members().values().stream()
                        .filter(other -> !other.name().equals(member.name()))
                        .filter(other -> isBeside(member, other))
                        .flatMap(other -> other.addresses().stream())
                        .filter(other -> block.contains(other) && !block.equals(other))
                        .toList();
        return AddressSet.of(block).minus(AddressSet.of(taken));
    }

    /// In one address plan. Pods in the network of their nodes are their nodes.
    private static boolean isBeside(Member member, Member other) {
        return other.kind() != PeerKind.HOST_POD && realm(member).equals(realm(other));
    }

    private static String realm(Member member) {
        return member.kind() == PeerKind.HOST_POD ? "" : member.realm();
    }

    /// The own blocks of each of the elements that has the address.
    static Stream<List<Cidr>> around(Address seen, DesignIndex index, Stream<ElementId> ids) {
        return ids.map(id -> of(index, id))
                .filter(own -> own.stream().anyMatch(block -> block.contains(seen)));
    }
}
