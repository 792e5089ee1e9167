package io.portolan.model.report;

import io.portolan.model.compile.ServiceAddresses;
import io.portolan.model.design.Design;
import io.portolan.model.design.Service;
import io.portolan.model.net.Address;
import io.portolan.model.net.PortSet;
import io.portolan.model.reach.Relation;
import io.portolan.model.reach.Relation.End;
import io.portolan.model.reach.TrafficSet;
import io.portolan.model.report.ConnectivityTable.Row;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeSet;

/// Collects the connections of a relation by the names of their ends.
final class TableBuilder {
    private static final Comparator<Row> BY_ENDS =
            Comparator.comparing((Row r) -> sortable(r.source()))
                    .thenComparing(r -> sortable(r.destination()))
                    .thenComparing(Row::requests);

    private final Relation relation;
    private final PeerNames names;
    private final IngressRoutes ingress;
    private final Map<String, String> known = new HashMap<>();
    private final Map<Pair, TrafficSet> named = new HashMap<>();
    private final Map<Side, OutsideRanges> from = new HashMap<>();
    private final Map<Side, OutsideRanges> to = new HashMap<>();

    private final NavigableSet<Address> services;

    private record Pair(String source, String destination, String requests) {}

    /// The named end of connections with the outside.
    private record Side(String name, String requests) {}

    /// What may be opened by these requests; by everything where none are named.
    private record Opened(TrafficSet traffic, String requests) {}

    TableBuilder(Design design, Relation relation) {
        this.relation = relation;
        this.names = new PeerNames(design);
        this.ingress = new IngressRoutes(design);
        this.services = new TreeSet<>(ServiceAddresses.of(design).values());
    }

    ConnectivityTable build(ConnectivityTable.Scope scope) {
        switch (scope) {
            case CONNECTIONS -> relation.forEach(this::add);
            case REQUESTS -> relation.forEachWithRequests(this::add);
        }
        List<Row> rows = new ArrayList<>();
        named.forEach((pair, set) ->
                rows.add(new Row(pair.source(), pair.destination(), set, pair.requests())));
        from.forEach((side, all) -> all.merged().forEach(r -> rows.add(outward(side, r))));
        to.forEach((side, all) -> all.merged().forEach(r -> rows.add(inward(r, side))));
        return new ConnectivityTable(
                scope,
                rows.stream().filter(row -> !row.connections().isEmpty()).sorted(BY_ENDS).toList());
    }

    private static Row outward(Side side, OutsideRanges.Range range) {
        return new Row(side.name(), text(range), range.traffic(), side.requests());
    }

    private static Row inward(OutsideRanges.Range range, Side side) {
        return new Row(text(range), side.name(), range.traffic(), side.requests());
    }

    private static String text(OutsideRanges.Range range) {
        return range.first() + "-" + range.last() + "[External]";
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
            case End.Member(String source) when isEnd(source) && !names.isNameOnly(source) ->
                    addFrom(source, connection.to(), opened);
            case End.Outside outside when connection.to() instanceof End.Member(String name) ->
                    addOutside(to, name, outside, opened);
            case End.Member _, End.Outside _ -> {}
        }
    }

    private void addFrom(String source, End destination, Opened opened) {
        switch (destination) {
            case End.Member(String name) when isEnd(name) -> addPair(source, name, opened);
            case End.Outside outside -> addOutside(from, source, outside, opened);
            case End.Member _ -> {}
        }
    }

    private void addPair(String source, String destination, Opened opened) {
        Pair pair = new Pair(name(source), name(destination), opened.requests());
        if (!pair.source().equals(pair.destination())
                && !pair.destination().equals(PeerNames.INGRESS_CONTROLLER)) {
            TrafficSet asked = names.byTransport(destination, opened.traffic());
            named.merge(pair, ingress.routed(source, destination, asked), TrafficSet::union);
        }
    }

    private void addOutside(
            Map<Side, OutsideRanges> of, String member, End.Outside outside, Opened opened) {
        if (isEnd(member)
                && !outside.first().v6()
                && !name(member).equals(PeerNames.INGRESS_CONTROLLER)) {
            of.computeIfAbsent(
                            new Side(name(member), opened.requests()),
                            _ -> new OutsideRanges(services))
                    .add(
                            new OutsideRanges.Range(
                                    outside.first(), outside.last(), opened.traffic()));
        }
    }

    /// A Service is a name for its workloads, which have rows of their own.
    private boolean isEnd(String member) {
        return names.element(member).filter(Service.class::isInstance).isEmpty();
    }

    private String name(String member) {
        return known.computeIfAbsent(member, names::nameOf);
    }

    /// Outside ranges in the order of their addresses, before all names.
    private static String sortable(String end) {
        if (!end.endsWith("[External]")) {
            return end;
        }
        Address first = Address.parse(end.substring(0, end.indexOf('-')));
        return "%013d".formatted(first.low());
    }
}
