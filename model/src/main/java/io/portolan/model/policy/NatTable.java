package io.portolan.model.policy;

import java.util.List;

/// Translations of one hook, first match applies. SERVICE and EGRESS act at the node of the clients
/// (then `owner` is the cluster); PREROUTING and POSTROUTING act in the device `owner`.
public record NatTable(
        String id, String owner, Hook hook, Expr<Peer> clients, List<Translation> translations) {
    public NatTable {
        translations = List.copyOf(translations);
    }
}
