package io.portolan.model.reach;

import io.portolan.model.policy.EnforcementPoint;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// What one plan says at every gate, found out when somebody asks.
final class Guards {
    private final List<EnforcementPoint> plan;
    private final Views views;
    private final Map<Gate, Guard> known = new ConcurrentHashMap<>();

    Guards(List<EnforcementPoint> plan, Views views) {
        this.plan = plan;
        this.views = views;
    }

    /// The same gates after an edit: what it does not touch is not found out again.
    Guards after(Map<Integer, PointChange> changes, List<EnforcementPoint> edited) {
        Guards after = new Guards(edited, views);
        known.forEach((gate, guard) ->
                guard.after(changes).ifPresent(kept -> after.known.put(gate, kept)));
        return after;
    }

    Guard at(Gate gate) {
        Guard guard = known.get(gate);
        return guard != null ? guard : known.computeIfAbsent(gate, g -> new Guard(g, plan, views));
    }

    /// Finds out what is said at some gates, side by side.
    void find(Set<Gate> gates) {
        gates.parallelStream().forEach(this::at);
    }

    Stands stands() {
        return views.stands();
    }
}
