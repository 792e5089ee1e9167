package io.portolan.model.reach;

import io.portolan.model.policy.EnforcementPoint;

import java.util.List;

/// Points that a packet meets and that have not been asked yet.
record Probe(List<EnforcementPoint> points, Sight sight, Points.Way way) {
    /// Notes points instead of asking them: how a connection travels does not depend on what they
    /// say.
    static final Points.Asking NOTING =
            (alternative, points, sight, way) -> alternative.probed(new Probe(points, sight, way));
}
