package io.portolan.model.reach;

import io.portolan.model.policy.Expr;
import io.portolan.model.policy.Peer;
import io.portolan.model.policy.Relation;

/// Who stands in a relation to the endpoint that a policy governs.
record Kin(Extent itself, Extent itsNode) {
    /// Nobody: between ends that have nothing to do with each other.
    static final Kin NONE = new Kin(Extent.NONE, Extent.NONE);

    Extent of(Relation relation) {
        return switch (relation) {
            case ITSELF -> itself;
            case ITS_NODE -> itsNode;
        };
    }

    /// Whether an expression means somebody by such a relation.
    static boolean matters(Expr<Peer> expr) {
        return Interest.asks(expr, atom -> atom instanceof Peer.Relative);
    }
}
