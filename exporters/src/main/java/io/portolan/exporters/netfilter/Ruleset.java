package io.portolan.exporters.netfilter;

import io.portolan.exporters.packet.Box;
import io.portolan.model.net.Address;
import io.portolan.model.net.Cidr;

import java.util.List;
import java.util.Optional;

/// What one device gives to Netfilter: what nftables and iptables write, each in its own words.
public record Ruleset(List<Chain> chains) {
    public Ruleset {
        chains = List.copyOf(chains);
    }

    /// A base chain hangs on a hook; others are jumped to.
    public record Chain(String name, Optional<Base> base, List<Line> lines) {
        public Chain {
            lines = List.copyOf(lines);
        }
    }

    /// Where a chain hangs, its place among others there, and what becomes of the rest.
    public record Base(ChainType type, Hook hook, int priority, Policy policy) {}

    public enum ChainType {
        FILTER,
        NAT
    }

    /// Netfilter's hooks for packets that pass through.
    public enum Hook {
        PREROUTING,
        FORWARD,
        POSTROUTING
    }

    public enum Policy {
        ACCEPT,
        DROP
    }

    /// One rule. `about` is the flow it serves or "".
    public record Line(Box box, boolean logged, Verdict verdict, String comment, String about) {}

    /// What becomes of the packet.
    public sealed interface Verdict {
        record Accept() implements Verdict {}

        record Drop() implements Verdict {}

        record Reject() implements Verdict {}

        /// Only logs.
        record GoOn() implements Verdict {}

        /// Goes back to the chain that jumped here.
        record Return() implements Verdict {}

        record Jump(String chain) implements Verdict {}

        record Dnat(Cidr block, Optional<Integer> port) implements Verdict {
            @Override
            public Optional<Cidr> to() {
                return Optional.of(block);
            }
        }

        record Snat(Cidr block) implements Verdict {
            @Override
            public Optional<Cidr> to() {
                return Optional.of(block);
            }
        }

        record Masquerade() implements Verdict {}

        /// The addresses that the header gets.
        default Optional<Cidr> to() {
            return Optional.empty();
        }
    }

    /// True for a block of one address.
    public static boolean isSingle(Cidr block) {
        Address first = block.first();
        return block.length() == first.bits();
    }
}
