package io.portolan.model.reach;

import io.portolan.model.net.Address;
import io.portolan.model.net.Cidr;

import java.util.List;
import java.util.function.Consumer;

/// All connections that are possible, held factored: pairs are made only when asked for.
public interface Relation {
    /// What `from` may open to `to`; empty when nothing. Both are names of members.
    TrafficSet allowed(String from, String to);

    /// What may be possible: `allowed`, and what the design leaves open.
    default TrafficSet possible(String from, String to) {
        return allowed(from, to);
    }

    /// The blocks that outside addresses fall into: within one block all behave alike.
    List<Cidr> externalBlocks();

    /// Visits every pair between which something is allowed, members by name, then outside blocks;
    /// not a member with itself, not pairs of which both ends are external, and not the addresses
    /// of services: what is dialled there ends at a member.
    void forEach(Consumer<Connection> visitor);

    /// One pair with what may be opened; an end is a member or an outside range.
    record Connection(End from, End to, TrafficSet traffic) {}

    /// One end of a pair.
    sealed interface End {
        record Member(String name) implements End {}

        record Outside(Address first, Address last) implements End {}
    }
}
