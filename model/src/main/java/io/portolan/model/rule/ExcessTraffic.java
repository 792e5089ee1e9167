package io.portolan.model.rule;

import io.portolan.model.reach.Relation.End;
import io.portolan.model.reach.TrafficSet;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// Who can open more to one member than the flows need, and what all of them can open.
final class ExcessTraffic {
    private final List<String> members = new ArrayList<>();
    private final List<End.Outside> outside = new ArrayList<>();

    /// Many sources share one set, which need be joined only once.
    private final Set<TrafficSet> joined = Collections.newSetFromMap(new IdentityHashMap<>());

    private TrafficSet traffic = TrafficSet.NONE;

    void add(End source, TrafficSet more) {
        switch (source) {
            case End.Member(String name) -> members.add(name);
            case End.Outside range -> outside.add(range);
        }
        if (joined.add(more)) {
            traffic = traffic.union(more);
        }
    }

    boolean isEmpty() {
        return members.isEmpty() && outside.isEmpty();
    }

    /// Members by name, then outside ranges by address.
    List<String> from() {
        return Stream.concat(
                        members.stream().sorted(),
                        outside.stream()
                                .sorted(Comparator.comparing(End.Outside::first))
                                .map(range -> range.first() + "-" + range.last()))
                .distinct()
                .toList();
    }

    TrafficSet traffic() {
        return traffic;
    }
}
