package io.portolan.model.policy;

/// A mesh data plane beside its members: which connections its proxy takes over. `outbound` is
/// matched on the dialled header, `inbound` on the application port.
public record Capture(String name, Expr<Peer> members, Match outbound, Match inbound) {}
