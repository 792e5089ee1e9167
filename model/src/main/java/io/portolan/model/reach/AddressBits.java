package io.portolan.model.reach;

import io.portolan.model.net.AddressSet;
import io.portolan.model.net.Cidr;
import io.portolan.model.policy.Estate.Member;
import io.portolan.model.policy.PeerKind;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/// Members by their addresses: which of them lie in a list of blocks.
final class AddressBits {
    private final List<Member> members;
    private final TreeMap<Cidr, List<Integer>> owned = new TreeMap<>();
    private final Bits unknownPods;
    private final Bits unknownOthers;

    AddressBits(List<Member> members) {
        this.members = members;
        Bits.Builder pods = new Bits.Builder(members.size());
        Bits.Builder others = new Bits.Builder(members.size());
        for (int i = 0; i < members.size(); i++) {
            int number = i;
            members.get(i)
                    .addresses()
                    .forEach(b -> owned.computeIfAbsent(b, _ -> new ArrayList<>()).add(number));
            if (members.get(i).addresses().isEmpty()) {
                (members.get(i).kind() == PeerKind.POD ? pods : others).add(i);
            }
        }
        unknownPods = pods.build();
        unknownOthers = others.build();
    }

    /// Surely: the whole range of the member lies in the blocks. Possibly: part of it, or its
    /// addresses are not known.
    Extent in(List<Cidr> blocks) {
        Bits.Builder inside = new Bits.Builder(members.size());
        Bits.Builder touched = new Bits.Builder(members.size());
        for (Cidr block : blocks) {
            owned.subMap(block, true, block.last().asBlock(), true).values().stream()
                    .flatMap(List::stream)
                    .forEach(i -> (isWhole(i) ? inside : touched).add(i));
            for (int length = 0; length < block.length(); length++) {
                owned.getOrDefault(new Cidr(block.first(), length), List.of())
                        .forEach(touched::add);
            }
        }
        return judged(blocks, inside, touched.build());
    }

    private boolean isWhole(int number) {
        return members.get(number).addresses().size() == 1;
    }

    private Extent judged(List<Cidr> blocks, Bits.Builder inside, Bits touched) {
        touched.forEach(i -> {
            AddressSet addresses = AddressSet.of(members.get(i).addresses());
            if (PeerAtoms.at(blocks, addresses).isAlways()) {
                inside.add(i);
            }
        });
        Bits surely = inside.build();
        Bits unknown =
                UnknownAddresses.arePrivate(blocks) ? unknownPods.or(unknownOthers) : unknownOthers;
        return new Extent(surely, surely.or(touched).or(unknown));
    }
}
