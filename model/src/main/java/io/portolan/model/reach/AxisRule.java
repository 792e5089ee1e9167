package io.portolan.model.reach;

import io.portolan.model.policy.Action;

/// A rule as the relation sees it: the peers it is about, and on which places of the axis it
/// matches, surely and possibly; the same without its request part.
record AxisRule(
        Extent peers,
        Axis.Places surely,
        Axis.Places possibly,
        Axis.Places belowSurely,
        Axis.Places belowPossibly,
        boolean asksRequest,
        Action action) {}
