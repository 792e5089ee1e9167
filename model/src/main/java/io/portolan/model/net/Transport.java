package io.portolan.model.net;

/// The protocols that have ports, with their IP protocol numbers.
public enum Transport {
    TCP(6),
    UDP(17),
    SCTP(132);

    private final int number;

    Transport(int number) {
        this.number = number;
    }

    /// The IP protocol number (IANA protocol numbers registry).
    public int number() {
        return number;
    }
}
