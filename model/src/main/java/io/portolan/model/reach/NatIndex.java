package io.portolan.model.reach;

import io.portolan.model.net.Address;
import io.portolan.model.net.AddressSet;
import io.portolan.model.net.Cidr;
import io.portolan.model.policy.Expr;
import io.portolan.model.policy.NatTable;
import io.portolan.model.policy.Peer;
import io.portolan.model.policy.Translation;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

/// The translations of one table by the addresses that they are about: a cluster has many services,
/// and of each packet those of one address count.
final class NatIndex {
    private final NatTable table;
    private final BitSet anywhere = new BitSet();
    private final Map<Cidr, BitSet> byBlock = new HashMap<>();
    private final NavigableSet<Integer> lengths = new TreeSet<>();
    private final Map<Address, List<Translation>> known = new ConcurrentHashMap<>();

    NatIndex(NatTable table) {
        this.table = table;
        for (int i = 0; i < table.translations().size(); i++) {
            add(i, blocks(table.translations().get(i).match().destination()));
        }
    }

    private void add(int number, Optional<List<Cidr>> blocks) {
        if (blocks.isEmpty()) {
            anywhere.set(number);
        }
        for (Cidr block : blocks.orElse(List.of())) {
            byBlock.computeIfAbsent(block, _ -> new BitSet()).set(number);
            lengths.add(block.length());
        }
    }

    /// Blocks in one of which an address lies for which the expression may hold; nothing where it
    /// does not say so plainly.
    private static Optional<List<Cidr>> blocks(Expr<Peer> expr) {
        return switch (expr) {
            case Expr.Is<Peer>(Peer.At(var blocks)) -> Optional.of(blocks);
            case Expr.AllOf<Peer>(var terms) ->
                    terms.stream().flatMap(term -> blocks(term).stream()).findFirst();
            case Expr.Named<Peer>(_, var meaning) -> blocks(meaning);
            case Expr.Is<Peer> _,
                    Expr.AnyOf<Peer> _,
                    Expr.Not<Peer> _,
                    Expr.Any<Peer> _,
                    Expr.Unknown<Peer> _ ->
                    Optional.empty();
        };
    }

    /// Those that may match a packet to these addresses, in their order. Addresses of one end are
    /// in or out of a block together, so any of them tells; those that nobody knows may be
    /// anywhere.
    List<Translation> of(AddressSet destination) {
        return destination.isEmpty()
                ? table.translations()
                : known.computeIfAbsent(destination.first(), this::about);
    }

    private List<Translation> about(Address address) {
        BitSet about = (BitSet) anywhere.clone();
        for (int length : lengths.headSet(address.bits(), true)) {
            about.or(byBlock.getOrDefault(new Cidr(address, length), new BitSet()));
        }
        List<Translation> all = new ArrayList<>();
        about.stream().forEach(number -> all.add(table.translations().get(number)));
        return List.copyOf(all);
    }
}
