package io.portolan.model.reach;

import io.portolan.model.policy.Action;

import java.util.List;

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
    List<int[]> bounds() {
        return surely.equals(belowPossibly)
                ? List.of(belowPossibly.bounds())
                : List.of(surely.bounds(), possibly.bounds(), belowPossibly.bounds());
    }
}
