package io.portolan.model.reach;

import io.portolan.model.policy.Action;

import java.util.function.IntConsumer;

/// A rule as the relation sees it: the peers it is about, and on which places of the axis it
/// matches, surely and possibly; the same without its request part.
record AxisRule(
        Extent peers,
        Axis.Places surely,
        Axis.Places possibly,
        Axis.Places belowSurely,
        Axis.Places belowPossibly,
        boolean asksRequest,
        Action action) {
    /// Every place at which something about it changes.
    void forEachBound(IntConsumer visitor) {
        belowPossibly.forEachBound(visitor);
        if (!surely.equals(belowPossibly)) {
            surely.forEachBound(visitor);
            possibly.forEachBound(visitor);
        }
    }
}
