package io.portolan.model.reach;

import io.portolan.model.net.Address;
import io.portolan.model.net.PortSet;
import io.portolan.model.net.Protocol;

import java.util.List;
import java.util.Optional;

/// May `from` open a connection to `to`? `from` and `to` are ids of elements, or addresses where
/// only an address is known. `ports` are as dialled; `payload` is what is known of the content.
public record Question(
        Party from, Party to, Protocol protocol, PortSet ports, Payload payload, List<String> via) {
    public Question {
        via = List.copyOf(via);
    }

    /// One end as the asker names it.
    public sealed interface Party {
        /// A member of the estate, at any of its addresses.
        record Member(String name) implements Party {}

        /// Whoever owns the address.
        record At(Address address) implements Party {}
    }

    /// What is known of the content; absent means not said.
    public record Payload(
            Optional<String> serverName,
            Optional<String> host,
            Optional<String> method,
            Optional<String> path,
            boolean tls) {
        public static final Payload UNSPECIFIED =
                new Payload(
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        false);
    }
}
