package io.portolan.model.reach;

import io.portolan.model.net.Address;
import io.portolan.model.net.Cidr;
import io.portolan.model.net.PortSet;

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

    /// Visits every pair between which something is allowed, whatever is asked for: members by
    /// name, then outside blocks; not a member with itself, not pairs of which both ends are
    /// external, and not the addresses of services: what is dialled there ends at a member.
    void forEach(Consumer<Connection> visitor);

    /// Likewise, and every connection says what more is open to requests of a certain kind.
    default void forEachWithRequests(Consumer<Connection> visitor) {
        forEach(visitor);
    }

    /// What HTTP requests may do beyond `allowed`, where rules read them; in no order, and the sets
    /// may overlap. Requests of which a rule reads something else (a header, a token, what matches
    /// a regular expression) stay undecided and are not in it.
    default List<Conditional> conditional(String from, String to) {
        return List.of();
    }

    /// One pair with what may be opened; an end is a member or an outside range.
    record Connection(End from, End to, TrafficSet traffic, List<Conditional> conditional) {
        public Connection {
            conditional = List.copyOf(conditional);
        }

        public Connection(End from, End to, TrafficSet traffic) {
            this(from, to, traffic, List.of());
        }
    }

    /// The TCP ports on which these requests, and not everything, are let through.
    record Conditional(RequestSet requests, PortSet ports) {}

    /// One end of a pair.
    sealed interface End {
        record Member(String name) implements End {}

        record Outside(Address first, Address last) implements End {}
    }
}
