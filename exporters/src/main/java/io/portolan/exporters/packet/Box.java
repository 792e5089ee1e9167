package io.portolan.exporters.packet;

import io.portolan.model.net.Cidr;
import io.portolan.model.net.PortSet;
import io.portolan.model.net.Transport;
import io.portolan.model.policy.ConnectionState;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedSet;

/// What one line of a packet filter can match: every part must.
public record Box(
        Side source,
        Side destination,
        Service service,
        Optional<SortedSet<String>> enters,
        Optional<SortedSet<String>> leaves,
        Optional<SortedSet<ConnectionState>> states,
        boolean translated) {

    /// The same between other addresses.
    public Box between(Side from, Side to) {
        return new Box(from, to, service, enters, leaves, states, translated);
    }

    /// The same of another service.
    public Box of(Service other) {
        return new Box(source, destination, other, enters, leaves, states, translated);
    }

    /// The same through other interfaces.
    public Box through(Optional<SortedSet<String>> in, Optional<SortedSet<String>> out) {
        return new Box(source, destination, service, in, out, states, translated);
    }

    /// Addresses within some blocks (absent: everywhere) and outside of others, or a DNS name.
    public record Side(Optional<List<Cidr>> within, List<Cidr> without, Optional<String> name) {
        public static final Side ANY = new Side(Optional.empty(), List.of(), Optional.empty());

        /// Exactly the addresses of these blocks.
        public static Side in(List<Cidr> blocks) {
            return new Side(Optional.of(blocks), List.of(), Optional.empty());
        }

        public Side {
            within = within.map(List::copyOf);
            without = List.copyOf(without);
        }

        public boolean isAny() {
            return equals(ANY);
        }

        public boolean isEmpty() {
            return within.filter(List::isEmpty).isPresent();
        }
    }

    /// Protocol and ports.
    public sealed interface Service {
        record All() implements Service {}

        record Ports(Transport transport, PortSet destination, PortSet source) implements Service {}

        record Icmp(int family, OptionalInt type, OptionalInt code) implements Service {}

        record Protocol(int number) implements Service {}
    }
}
