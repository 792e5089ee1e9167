package io.portolan.model.compile.route;

import io.portolan.model.compile.need.Need;
import io.portolan.model.policy.Expr;
import io.portolan.model.policy.Forwarding;
import io.portolan.model.policy.Peer;

/// One connection on its way through one device: from which interface to which, and the source that
/// the device sees.
public record Crossing(
        Need need,
        String device,
        Forwarding.Interface in,
        Forwarding.Interface out,
        Expr<Peer> source,
        Expr<Peer> destination) {}
