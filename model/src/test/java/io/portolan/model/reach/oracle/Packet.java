package io.portolan.model.reach.oracle;

import io.portolan.model.net.Address;
import io.portolan.model.policy.ConnectionState;
import io.portolan.model.policy.Estate;

import java.util.Map;
import java.util.Optional;

/// One concrete packet of one concrete connection, as some point sees it. ICMP: `port` of the
/// destination is type * 256 + code. `translatedBy`: what rewrote the destination here (at the
/// client's node, or in the device being passed).
public record Packet(
        int protocol,
        Party source,
        Party destination,
        Payload payload,
        Optional<Estate.Identity> identity,
        ConnectionState state,
        Optional<String> translatedBy) {

    /// One end: the address in the header and the endpoint that owns it, if one is known.
    public record Party(Address address, int port, Optional<Estate.Member> endpoint) {
        Party withPort(int other) {
            return new Party(address, other, endpoint);
        }

        @Override
        public String toString() {
            return (address.v6() ? "[" + address + "]" : address.toString()) + ":" + port;
        }
    }

    /// What is inside, readable layer by layer.
    public sealed interface Payload {
        /// The flow does not say.
        record Unspecified() implements Payload {}

        record Opaque() implements Payload {}

        record Tls(Optional<String> serverName, Payload inside) implements Payload {}

        record Http(
                String host,
                String method,
                String path,
                Map<String, String> headers,
                Optional<String> token)
                implements Payload {}

        record Dns(String query) implements Payload {}
    }

    Packet from(Party party) {
        return new Packet(protocol, party, destination, payload, identity, state, translatedBy);
    }

    Packet to(Party party) {
        return new Packet(protocol, source, party, payload, identity, state, translatedBy);
    }

    Packet carrying(Payload other) {
        return new Packet(protocol, source, destination, other, identity, state, translatedBy);
    }

    Packet proving(Optional<Estate.Identity> who) {
        return new Packet(protocol, source, destination, payload, who, state, translatedBy);
    }

    Packet translated(Optional<String> by) {
        return new Packet(protocol, source, destination, payload, identity, state, by);
    }

    Packet reply() {
        return new Packet(
                protocol,
                /* source= */ destination,
                /* destination= */ source,
                payload,
                identity,
                ConnectionState.ESTABLISHED,
                Optional.empty());
    }

    @Override
    public String toString() {
        String who = identity.map(i -> " as " + i.namespace() + "/" + i.account()).orElse("");
        return source.address() + " -> " + destination + "/" + protocol + who;
    }
}
