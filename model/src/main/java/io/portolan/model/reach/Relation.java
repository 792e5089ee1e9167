package io.portolan.model.reach;

import io.portolan.model.net.Address;
import io.portolan.model.net.Cidr;
import io.portolan.model.net.PortSet;
import io.portolan.model.net.Transport;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/// All connections that are possible, held factored: pairs are made only when asked for. Whoever
/// reaches the address at which a device shows a member reaches the member, on its own ports.
public interface Relation {
    /// What `from` may open to `to`; empty when nothing. Both are names of members.
    TrafficSet allowed(String from, String to);

    /// What may be possible: `allowed`, and what the design leaves open.
    default TrafficSet possible(String from, String to) {
        return allowed(from, to);
    }

    /// Whether every connection from `from` to this port of `to` is let through.
    default boolean allows(String from, String to, Transport transport, int port) {
        return allowed(from, to).ports(transport).contains(port);
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

    /// The same pairs as `forEach`, as few large boxes, in no order. Of a member that is on both
    /// sides of a box nothing is said with itself.
    default void forEachBox(Consumer<Box> visitor) {
        forEach(one ->
                visitor.accept(
                        new Box(
                                new EndSet.One(one.from()),
                                new EndSet.One(one.to()),
                                one.traffic())));
    }

    /// Who may open something to a member, by name, then outside blocks.
    default List<Connection> reaching(String member) {
        List<Connection> all = new ArrayList<>();
        forEach(one -> {
            if (one.to().equals(new End.Member(member))) {
                all.add(one);
            }
        });
        return all;
    }

    /// To whom a member may open something, by name, then outside blocks.
    default List<Connection> reachedBy(String member) {
        List<Connection> all = new ArrayList<>();
        forEach(one -> {
            if (one.from().equals(new End.Member(member))) {
                all.add(one);
            }
        });
        return all;
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

    /// Every one of `from` may open this to every one of `to`.
    record Box(EndSet from, EndSet to, TrafficSet traffic) {}

    /// Ends, named when somebody asks.
    interface EndSet {
        /// How many members and classes of outside addresses.
        int size();

        void forEach(Consumer<End> visitor);

        /// One end alone.
        record One(End end) implements EndSet {
            @Override
            public int size() {
                return 1;
            }

            @Override
            public void forEach(Consumer<End> visitor) {
                visitor.accept(end);
            }
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
