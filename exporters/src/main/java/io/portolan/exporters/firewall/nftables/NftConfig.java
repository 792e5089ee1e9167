package io.portolan.exporters.firewall.nftables;

import io.portolan.exporters.packet.Box;
import io.portolan.model.net.Address;
import io.portolan.model.net.Cidr;

import java.util.List;
import java.util.Optional;

/// A table of nftables: what is written, and what a reader gives.
record NftConfig(List<Chain> chains) {
    NftConfig {
        chains = List.copyOf(chains);
    }

    /// A base chain hangs on a hook; others are jumped to.
    record Chain(String name, Optional<Base> base, List<Line> lines) {
        Chain {
            lines = List.copyOf(lines);
        }
    }

    /// `type` is `filter` or `nat`; `priority` as nft writes it; `policy` is `accept` or `drop`.
    record Base(String type, String hook, String priority, String policy) {}

    /// One rule. `about` is the flow it serves or "".
    record Line(Box box, boolean logged, Verdict verdict, String comment, String about) {}

    /// What becomes of the packet.
    sealed interface Verdict {
        record Accept() implements Verdict {}

        record Drop() implements Verdict {}

        record Reject() implements Verdict {}

        /// Only logs.
        record GoOn() implements Verdict {}

        record Jump(String chain) implements Verdict {}

        record Dnat(Cidr to, Optional<Integer> port) implements Verdict {}

        record Snat(Cidr to) implements Verdict {}

        record Masquerade() implements Verdict {}
    }

    static boolean isSingle(Cidr block) {
        Address first = block.first();
        return block.length() == first.bits();
    }
}
