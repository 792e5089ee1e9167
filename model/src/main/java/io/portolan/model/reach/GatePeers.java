package io.portolan.model.reach;

import io.portolan.model.policy.Expr;
import io.portolan.model.policy.Peer;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// The peers of a gate, as numbers in its rows. Beside endpoints these are the ends themselves; on
/// devices, whose rules know few addresses, the classes of ends that the rules tell apart.
final class GatePeers {
    private final PeerIndex index;
    private final Optional<int[]> numbers;

    private GatePeers(PeerIndex index, Optional<int[]> numbers) {
        this.index = index;
        this.numbers = numbers;
    }

    static GatePeers of(Lens lens, List<Expr<Peer>> terms, Views views) {
        PeerIndex all = views.peers(lens);
        return lens.isGoverning()
                ? new GatePeers(all, Optional.empty())
                : classes(terms, all, lens);
    }

    /// Classes that the terms tell apart.
    static GatePeers classes(List<Expr<Peer>> terms, PeerIndex all, Lens lens) {
        Facets facets = new Facets(all.size());
        terms.forEach(term -> facets.add(all.of(term)));
        int[] classes = facets.classes();
        List<Party> examples = new ArrayList<>();
        for (int i = 0; i < classes.length; i++) {
            if (classes[i] == examples.size()) {
                examples.add(all.end(i));
            }
        }
        PeerIndex.Proof proof = lens.identified() ? PeerIndex.Proof.HELD : PeerIndex.Proof.NONE;
        return new GatePeers(
                new PeerIndex(new EndFacts(examples), proof, Kin.NONE), Optional.of(classes));
    }

    PeerIndex index() {
        return index;
    }

    /// The number in the rows of a gate that stands for an end.
    int number(int end) {
        return numbers.isEmpty() ? end : numbers.get()[end];
    }

    Extent extent(int[] ends) {
        Bits bits = Bits.NONE;
        for (int end : ends) {
            bits = bits.or(Bits.of(number(end)));
        }
        return Extent.of(bits);
    }

    /// Whether some terms tell ends apart that are one here; `all`: the ends.
    boolean areToldApart(List<Expr<Peer>> terms, PeerIndex all) {
        if (numbers.isEmpty()) {
            return false;
        }
        Facets facets = new Facets(numbers.get(), index.size());
        terms.forEach(term -> facets.add(all.of(term)));
        return !Arrays.equals(facets.refined(), numbers.get());
    }
}
