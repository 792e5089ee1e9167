package io.portolan.model.report;

import io.portolan.model.compile.ServiceAddresses;
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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Collects the connections of a relation by the names of their ends. The maps keep the order of
/// the relation, which is nearly that of the names: sorting is then one pass.
final class TableBuilder {
    private static final Comparator<Line> BY_ENDS =
            Comparator.comparing((Line line) -> line.source().key())
                    .thenComparing(line -> line.destination().key())
                    .thenComparing(line -> line.opened().requests());

    private final Relation relation;
    private final TableEnds ends;
    private final OwnAddresses inside;
    private final ConnectionWords words = new ConnectionWords();
    private final Map<Side, Map<String, TrafficSet>> named = new LinkedHashMap<>();
    private final Map<Side, OutsideRanges> from = new LinkedHashMap<>();
    private final Map<Side, OutsideRanges> to = new LinkedHashMap<>();
    private final List<Line> lines = new ArrayList<>();

    /// One named end, and the requests that its connections are about.
    private record Side(String name, String requests) {}

    /// What may be opened by these requests; by everything where none are named.
    private record Opened(TrafficSet traffic, String requests) {}

    /// A row that is still to be sorted.
    private record Line(Label source, Label destination, Opened opened) {
        Row row() {
            return new Row(source.text(), destination.text(), opened.traffic(), opened.requests());
        }
    }

    TableBuilder(Design design, Relation relation) {
        this.relation = relation;
        this.ends = new TableEnds(design);
        this.inside = new OwnAddresses(ServiceAddresses.of(design).values());
    }

    ConnectivityTable build(ConnectivityTable.Scope scope) {
        switch (scope) {
            case CONNECTIONS -> relation.forEach(this::add);
            case REQUESTS -> relation.forEachWithRequests(this::add);
        }
        named.forEach(this::note);
        from.forEach((side, all) -> all.merged().forEach(range -> note(side, range)));
        to.forEach((side, all) -> all.merged().forEach(range -> note(range, side)));
        lines.sort(BY_ENDS);
        return new ConnectivityTable(scope, lines.stream().map(Line::row).toList());
    }

    private void note(Side source, Map<String, TrafficSet> destinations) {
        Label label = ends.label(source.name());
        destinations.forEach((destination, traffic) ->
                note(label, ends.label(destination), new Opened(traffic, source.requests())));
    }

    private void note(Side source, OutsideRanges.Range range) {
        Opened opened = new Opened(range.traffic(), source.requests());
        note(ends.label(source.name()), ends.label(range), opened);
    }

    private void note(OutsideRanges.Range range, Side destination) {
        Opened opened = new Opened(range.traffic(), destination.requests());
        note(ends.label(range), ends.label(destination.name()), opened);
    }

    private void note(Label source, Label destination, Opened opened) {
        if (words.of(opened.traffic()).isPresent()) {
            lines.add(new Line(source, destination, opened));
        }
    }

    private void add(Relation.Connection connection) {
        add(connection, new Opened(connection.traffic(), ""));
        for (Relation.Conditional open : connection.conditional()) {
            TrafficSet tcp = new TrafficSet(open.ports(), PortSet.NONE, PortSet.NONE, false);
            add(connection, new Opened(tcp, open.requests().toString()));
        }
    }

    private void add(Relation.Connection connection, Opened opened) {
        switch (connection.from()) {
            case End.Member(String source) ->
                    ends.find(source)
                            .filter(listed -> !listed.isNameOnly())
                            .ifPresent(listed -> addFrom(listed, connection.to(), opened));
            case End.Outside outside when connection.to() instanceof End.Member(String name) ->
                    ends.find(name).ifPresent(listed -> addOutside(to, listed, outside, opened));
            case End.Outside _ -> {}
        }
    }

    private void addFrom(Listed source, End destination, Opened opened) {
        switch (destination) {
            case End.Member(String name) ->
                    ends.find(name).ifPresent(listed -> addPair(source, listed, opened));
            case End.Outside outside -> addOutside(from, source, outside, opened);
        }
    }

    private void addPair(Listed source, Listed destination, Opened opened) {
        if (!source.name().equals(destination.name()) && !destination.isController()) {
            TrafficSet used = ends.used(source, destination, opened.traffic());
            named.computeIfAbsent(
                            new Side(source.name(), opened.requests()), _ -> new LinkedHashMap<>())
                    .merge(destination.name(), used, TrafficSet::union);
        }
    }

    private void addOutside(
            Map<Side, OutsideRanges> of, Listed member, End.Outside outside, Opened opened) {
        if (!outside.first().v6() && !member.isController()) {
            of.computeIfAbsent(
                            new Side(member.name(), opened.requests()),
                            _ -> new OutsideRanges(inside))
                    .add(
                            new OutsideRanges.Range(
                                    outside.first(), outside.last(), opened.traffic()));
        }
    }
}
