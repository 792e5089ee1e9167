package io.portolan.model.reach;

import io.portolan.model.net.Protocol;

/// The protocol of a connection, and whether anything on its way has depended on it so far: where
/// nothing does, other protocols go the same way. All packets of a question share one.
final class Spoken {
    private final Protocol protocol;
    private boolean asked;

    Spoken(Protocol protocol) {
        this.protocol = protocol;
    }

    /// For what is said about the packet, not for what becomes of it.
    Protocol protocol() {
        return protocol;
    }

    boolean is(int number) {
        asked = true;
        return protocol.number() == number;
    }

    boolean hasPorts() {
        asked = true;
        return protocol.transport().isPresent();
    }

    boolean isAsked() {
        return asked;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Spoken spoken && protocol.equals(spoken.protocol);
    }

    @Override
    public int hashCode() {
        return protocol.hashCode();
    }
}
