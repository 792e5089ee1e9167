package io.portolan.model.policy;

import io.portolan.model.net.PortSet;
import io.portolan.model.net.Transport;

import java.util.OptionalInt;

/// Protocol and ports AS SEEN AT THE POINT: whether a number is a service, container or wire port
/// follows from the position.
public sealed interface Traffic {
    record Ports(Transport transport, PortSet destination, PortSet source) implements Traffic {}

    /// Resolved on the destination endpoint, per endpoint; no such name matches nothing.
    record NamedPort(Transport transport, String name) implements Traffic {}

    /// `family` is 4 or 6; an absent type or code means every one.
    record Icmp(int family, OptionalInt type, OptionalInt code) implements Traffic {}

    /// A whole IP protocol by its number (50 = ESP). `any` alone covers every protocol.
    record IpProtocol(int number) implements Traffic {}

    /// Connections to these destination ports from any source port.
    static Traffic to(Transport transport, PortSet destination) {
        return new Ports(transport, destination, PortSet.ALL);
    }
}
