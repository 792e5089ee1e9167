package io.portolan.model.rule;

import io.portolan.model.reach.TrafficSet;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

/// Who can open more to one member than the flows need, and what all of them can open.
final class ExcessTraffic {
    private final List<String> from = new ArrayList<>();

    /// Many sources share one set, which need be joined only once.
    private final Set<TrafficSet> joined = Collections.newSetFromMap(new IdentityHashMap<>());

    private TrafficSet traffic = TrafficSet.NONE;

    void add(String source, TrafficSet more) {
        from.add(source);
        if (joined.add(more)) {
            traffic = traffic.union(more);
        }
    }

    List<String> from() {
        return List.copyOf(from);
    }

    TrafficSet traffic() {
        return traffic;
    }
}
