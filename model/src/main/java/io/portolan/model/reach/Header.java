package io.portolan.model.reach;

import io.portolan.model.net.AddressSet;
import io.portolan.model.net.PortSet;
import io.portolan.model.net.Protocol;

import java.util.Optional;

/// The header that a stage saw, for whoever writes a rule about it. `ports` are absent where it is
/// every port, or the protocol has none.
public record Header(End source, End destination, Protocol protocol, Optional<PortSet> ports) {
    /// Whose address it is, if that is known, and where that is.
    public record End(Optional<String> member, AddressSet addresses) {
        static End of(Party party) {
            return new End(party.member().map(m -> m.name()), party.addresses());
        }
    }

    static Header of(Packet packet, PortSet asked) {
        PortSet ports = packet.destination().port().seen(asked);
        boolean any = packet.protocol().transport().isEmpty() || ports.equals(PortSet.ALL);
        return new Header(
                End.of(packet.source()),
                End.of(packet.destination()),
                packet.protocol(),
                any ? Optional.empty() : Optional.of(ports));
    }
}
