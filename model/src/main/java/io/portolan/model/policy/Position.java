package io.portolan.model.policy;

/// Where a point sits, hence which header it sees and whom it governs.
public sealed interface Position {
    /// Beside an endpoint. PROXY: dialled address and port (out), application port and identity
    /// (in), captured connections of the owner's capture only. SOCKET (out only): as dialled,
    /// whoever captures it. NIC and SUBNET: wire port, after service DNAT, before egress SNAT.
    record AtEndpoint(Direction direction, Place place, Expr<Peer> governed) implements Position {}

    /// Where traffic leaves or enters a segment; traffic that stays inside never meets it.
    record AtBorder(Direction direction, String segment) implements Position {}

    /// In a router or firewall, for packets that pass as told. ORIGINAL: the header as it arrived,
    /// whatever the slot.
    record AtDevice(String device, Slot slot, View view, Expr<Passage> through)
            implements Position {}

    /// In a relay, after decryption and before routing.
    record AtRelay(String relay) implements Position {}
}
