package io.portolan.model.reach;

import io.portolan.model.net.PortSet;
import io.portolan.model.net.Protocol;
import io.portolan.model.policy.ConnectionState;
import io.portolan.model.policy.Estate.Identity;

import java.util.Optional;

/// The header of a connection as one stage sees it. ICMP: the port is type * 256 + code.
/// `translatedBy`: what rewrote the destination here (at the client's node, or in the device being
/// passed).
record Packet(
        Spoken spoken,
        Party source,
        Party destination,
        Content content,
        Optional<Identity> identity,
        ConnectionState state,
        Optional<String> translatedBy) {
    Protocol protocol() {
        return spoken.protocol();
    }

    Packet from(Party party) {
        return new Packet(spoken, party, destination, content, identity, state, translatedBy);
    }

    Packet to(Party party) {
        return new Packet(spoken, source, party, content, identity, state, translatedBy);
    }

    Packet carrying(Content other) {
        return new Packet(spoken, source, destination, other, identity, state, translatedBy);
    }

    Packet proving(Optional<Identity> who) {
        return new Packet(spoken, source, destination, content, who, state, translatedBy);
    }

    Packet translated(Optional<String> by) {
        return new Packet(spoken, source, destination, content, identity, state, by);
    }

    Packet reply() {
        return new Packet(
                spoken,
                /* source= */ destination,
                /* destination= */ source,
                content,
                identity,
                ConnectionState.ESTABLISHED,
                Optional.empty());
    }

    /// `10.244.3.17 -> 10.30.6.20:1414/tcp as shop/web`
    String text(PortSet asked) {
        String port = destination.port().text(asked);
        String who = identity.map(i -> " as " + i.namespace() + "/" + i.account()).orElse("");
        String to = destination.text();
        return source.text()
                + " -> "
                + (to.indexOf(':') >= 0 ? "[" + to + "]" : to)
                + (protocol().transport().isPresent() ? ":" + port : "")
                + "/"
                + protocol()
                + who;
    }
}
