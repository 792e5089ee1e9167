package io.portolan.model.reach;

import io.portolan.model.net.AddressSet;
import io.portolan.model.net.Cidr;
import io.portolan.model.policy.PeerKind;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/// Ends by their addresses: which of them lie in a list of blocks.
final class AddressBits {
    private final List<Party> ends;
    private final TreeMap<Cidr, List<Integer>> owned = new TreeMap<>();
    private final boolean[] whole;
    private final Bits unknownPods;
    private final Bits unknownOthers;

    AddressBits(List<Party> ends) {
        this.ends = ends;
        whole = new boolean[ends.size()];
        Bits.Builder pods = new Bits.Builder();
        Bits.Builder others = new Bits.Builder();
        for (int i = 0; i < ends.size(); i++) {
            int number = i;
            List<Cidr> blocks = ends.get(i).addresses().blocks();
            blocks.forEach(b -> owned.computeIfAbsent(b, _ -> new ArrayList<>()).add(number));
            whole[i] = blocks.size() == 1;
            if (blocks.isEmpty()) {
                (isPod(ends.get(i)) ? pods : others).add(i);
            }
        }
        unknownPods = pods.build();
        unknownOthers = others.build();
    }

    private static boolean isPod(Party end) {
        return end.member().filter(m -> m.kind() == PeerKind.POD).isPresent();
    }

    /// Surely: all addresses of the end lie in the blocks. Possibly: some of them do, or its
    /// addresses are not known.
    Extent in(List<Cidr> blocks) {
        Bits.Builder inside = new Bits.Builder();
        Bits.Builder touched = new Bits.Builder();
        for (Cidr block : blocks) {
            owned.subMap(block, true, block.last().asBlock(), true).values().stream()
                    .flatMap(List::stream)
                    .forEach(i -> (whole[i] ? inside : touched).add(i));
            for (int length = 0; length < block.length(); length++) {
                owned.getOrDefault(new Cidr(block.first(), length), List.of())
                        .forEach(touched::add);
            }
        }
        return judged(blocks, inside, touched.build());
    }

    private Extent judged(List<Cidr> blocks, Bits.Builder inside, Bits touched) {
        touched.forEach(i -> {
            AddressSet addresses = ends.get(i).addresses();
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
