package io.portolan.model.report;

import io.portolan.model.compile.CompiledDesign;
import io.portolan.model.design.Service;
import io.portolan.model.policy.Estate.Member;
import io.portolan.model.reach.ChangedEnds;
import io.portolan.model.report.ConnectivityDiff.Row;
import io.portolan.model.report.ConnectivityDiff.Side;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Compares two designs by as few pairs as can differ.
final class DiffBuilder {
    private final Side before;
    private final Side after;
    private final Map<String, String> old;
    private final Map<String, String> young;

    DiffBuilder(Side before, Side after) {
        this.before = before;
        this.after = after;
        this.old = names(before.compiled());
        this.young = names(after.compiled());
    }

    /// How the table calls each member.
    private static Map<String, String> names(CompiledDesign compiled) {
        PeerNames names = new PeerNames(compiled.design());
        return compiled.estate().members().stream()
                .collect(
                        Collectors.toMap(
                                Member::name,
                                m -> names.nameOf(m.name()),
                                (a, _) -> a,
                                TreeMap::new));
    }

    ConnectivityDiff build() {
        TableDifference tables =
                switch (wanted(ends())) {
                    case ChangedEnds.Everything _ ->
                            TableDifference.of(table(before), table(after));
                    case ChangedEnds.Some some ->
                            TableDifference.of(table(before, old, some), table(after, young, some));
                };
        Set<String> added = without(ends(after), ends(before));
        Set<String> removed = without(ends(before), ends(after));
        return new ConnectivityDiff(
                tables.rows().stream().map(row -> about(row, added, removed)).toList(),
                List.copyOf(added),
                List.copyOf(removed));
    }

    /// Where most of the ends are asked for, one walk over all pairs is faster.
    private ChangedEnds wanted(ChangedEnds ends) {
        return ends instanceof ChangedEnds.Some some
                        && 2 * (some.sources().size() + some.destinations().size()) > old.size()
                ? new ChangedEnds.Everything()
                : ends;
    }

    /// Pods that go by one name stand together in the table, so that all of them are asked.
    private ChangedEnds ends() {
        boolean renamed =
                old.entrySet().stream()
                        .anyMatch(e ->
                                !young.getOrDefault(e.getKey(), e.getValue()).equals(e.getValue()));
        return renamed
                ? new ChangedEnds.Everything()
                : ChangedEnds.between(before.compiled(), after.compiled());
    }

    private static ConnectivityTable table(Side side) {
        return ConnectivityTable.of(side.compiled().design(), side.relation());
    }

    private ConnectivityTable table(Side side, Map<String, String> names, ChangedEnds.Some some) {
        return new TableBuilder(side.compiled().design(), side.relation())
                .build(alike(names, some.sources()), alike(names, some.destinations()));
    }

    private Set<String> alike(Map<String, String> names, Set<String> members) {
        Set<String> called = new HashSet<>();
        members.forEach(member -> {
            Optional.ofNullable(old.get(member)).ifPresent(called::add);
            Optional.ofNullable(young.get(member)).ifPresent(called::add);
        });
        return names.entrySet().stream()
                .filter(e -> called.contains(e.getValue()))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    /// The ends of a design as the table calls them, without what is only another name.
    private static Set<String> ends(Side side) {
        PeerNames names = new PeerNames(side.compiled().design());
        return side.compiled().estate().members().stream()
                .map(Member::name)
                .filter(name -> names.element(name).filter(Service.class::isInstance).isEmpty())
                .map(names::nameOf)
                .filter(name -> !name.equals(PeerNames.INGRESS_CONTROLLER))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> without(Set<String> all, Set<String> others) {
        Set<String> left = new TreeSet<>(all);
        left.removeAll(others);
        return left;
    }

    private static Row about(Row row, Set<String> added, Set<String> removed) {
        List<String> about = new ArrayList<>();
        Stream.of(row.source(), row.destination())
                .forEach(end -> {
                    if (added.contains(end)) {
                        about.add("workload %s added".formatted(end));
                    } else if (removed.contains(end)) {
                        about.add("workload %s removed".formatted(end));
                    }
                });
        return new Row(row.source(), row.destination(), row.before(), row.after(), about);
    }
}
