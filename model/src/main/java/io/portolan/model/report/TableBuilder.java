package io.portolan.model.report;

import io.portolan.model.compile.ground.ServiceAddresses;
import io.portolan.model.design.Design;
import io.portolan.model.net.PortSet;
import io.portolan.model.reach.Relation;
import io.portolan.model.reach.Relation.End;
import io.portolan.model.reach.TrafficSet;
import io.portolan.model.report.ConnectivityTable.Row;
import io.portolan.model.report.TableEnds.Label;
import io.portolan.model.report.TableEnds.Listed;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Collects the connections of a relation by the names of their ends. The maps keep the order of
/// the relation, which is nearly that of the names: sorting is then one pass.
final class TableBuilder {
    private static final Comparator<Line> BY_ENDS =
            Comparator.comparing((Line line) -> line.source().key())
                    .thenComparing(line -> line.destination().key())
                    .thenComparing(Line::requests);

    private final Relation relation;
    private final TableEnds ends;
    private final OwnAddresses inside;
    private final ConnectionWords words = new ConnectionWords();
    private final Map<String, Section> sections = new HashMap<>();
    private final List<Line> lines = new ArrayList<>();

    /// What certain requests may open; by source and destination, by source to the outside, from
    /// the outside by destination.
    private record Section(
            Map<String, Map<String, TrafficSet>> named,
            Map<String, OutsideRanges> from,
            Map<String, OutsideRanges> to) {
        Section() {
            this(new LinkedHashMap<>(), new LinkedHashMap<>(), new LinkedHashMap<>());
        }
    }

    /// A row that is still to be sorted.
    private record Line(Label source, Label destination, TrafficSet traffic, String requests) {
        Row row() {
            return new Row(source.text(), destination.text(), traffic, requests);
        }
    }

    TableBuilder(Design design, Relation relation) {
        this.relation = relation;
        this.ends = new TableEnds(design);
        this.inside =
                new OwnAddresses(
                        ServiceAddresses.all(design).values().stream()
                                .flatMap(List::stream)
                                .toList());
    }

    ConnectivityTable build(ConnectivityTable.Scope scope) {
        switch (scope) {
            case CONNECTIONS -> relation.forEach(this::add);
            case REQUESTS -> relation.forEachWithRequests(this::add);
        }
        return table(scope);
    }

    /// The rows from one of `sources` or to one of `destinations` alone, given by member.
    ConnectivityTable build(Set<String> sources, Set<String> destinations) {
        sources.stream()
                .sorted()
                .flatMap(source -> relation.reachedBy(source).stream())
                .forEach(this::add);
        destinations.stream()
                .sorted()
                .flatMap(destination -> relation.reaching(destination).stream())
                .filter(connection -> !isOne(connection.from(), sources))
                .forEach(this::add);
        return table(ConnectivityTable.Scope.CONNECTIONS);
    }

    private static boolean isOne(End end, Set<String> names) {
        return end instanceof End.Member(String name) && names.contains(name);
    }

    private ConnectivityTable table(ConnectivityTable.Scope scope) {
        sections.forEach(this::note);
        lines.sort(BY_ENDS);
        return new ConnectivityTable(scope, lines.stream().map(Line::row).toList());
    }

    private void note(String requests, Section section) {
        section.named()
                .forEach((source, all) -> {
                    Label label = ends.label(source);
                    all.forEach((to, set) -> note(new Line(label, ends.label(to), set, requests)));
                });
        section.from()
                .forEach((source, all) -> {
                    Label label = ends.label(source);
                    for (OutsideRanges.Range to : all.merged()) {
                        note(new Line(label, ends.label(to), to.traffic(), requests));
                    }
                });
        section.to()
                .forEach((destination, all) -> {
                    Label label = ends.label(destination);
                    for (OutsideRanges.Range from : all.merged()) {
                        note(new Line(ends.label(from), label, from.traffic(), requests));
                    }
                });
    }

    private void note(Line line) {
        if (words.of(line.traffic()).isPresent()) {
            lines.add(line);
        }
    }

    private void add(Relation.Connection connection) {
        add(connection, section(""), connection.traffic());
        for (Relation.Conditional open : connection.conditional()) {
            TrafficSet tcp = new TrafficSet(open.ports(), PortSet.NONE, PortSet.NONE, false);
            add(connection, section(open.requests().toString()), tcp);
        }
    }

    /// What these requests may open; everything where none are named.
    private Section section(String requests) {
        return sections.computeIfAbsent(requests, _ -> new Section());
    }

    private void add(Relation.Connection connection, Section section, TrafficSet traffic) {
        switch (connection.from()) {
            case End.Member(String source) ->
                    ends.find(source)
                            .filter(listed -> !listed.isNameOnly())
                            .ifPresent(from -> addFrom(from, connection.to(), section, traffic));
            case End.Outside outside when connection.to() instanceof End.Member(String name) ->
                    ends.find(name).ifPresent(to -> addOutside(section.to(), to, outside, traffic));
            case End.Outside _ -> {}
        }
    }

    private void addFrom(Listed source, End destination, Section section, TrafficSet traffic) {
        switch (destination) {
            case End.Member(String name) ->
                    ends.find(name).ifPresent(to -> addPair(source, to, section, traffic));
            case End.Outside outside -> addOutside(section.from(), source, outside, traffic);
        }
    }

    private void addPair(Listed source, Listed destination, Section section, TrafficSet traffic) {
        if (!source.name().equals(destination.name()) && !destination.isController()) {
            section.named()
                    .computeIfAbsent(source.name(), _ -> new LinkedHashMap<>())
                    .merge(
                            destination.name(),
                            ends.used(source, destination, traffic),
                            TrafficSet::union);
        }
    }

    private void addOutside(
            Map<String, OutsideRanges> of, Listed member, End.Outside outside, TrafficSet traffic) {
        if (!outside.first().v6() && !member.isController()) {
            of.computeIfAbsent(member.name(), _ -> new OutsideRanges(inside))
                    .add(new OutsideRanges.Range(outside.first(), outside.last(), traffic));
        }
    }
}
