package io.portolan.model.report;

import io.portolan.model.compile.ServiceAddresses;
import io.portolan.model.design.Design;
import io.portolan.model.design.Service;
import io.portolan.model.net.Address;
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
                    .thenComparing(r -> sortable(r.destination()));

    private final Relation relation;
    private final PeerNames names;
    private final IngressRoutes ingress;
    private final Map<String, String> known = new HashMap<>();
    private final Map<Pair, TrafficSet> named = new HashMap<>();
    private final Map<String, OutsideRanges> from = new HashMap<>();
    private final Map<String, OutsideRanges> to = new HashMap<>();

    private final NavigableSet<Address> services;

    private record Pair(String source, String destination) {}

    TableBuilder(Design design, Relation relation) {
        this.relation = relation;
        this.names = new PeerNames(design);
        this.ingress = new IngressRoutes(design);
        this.services = new TreeSet<>(ServiceAddresses.of(design).values());
    }

    ConnectivityTable build() {
        relation.forEach(this::add);
        List<Row> rows = new ArrayList<>();
        named.forEach((pair, set) -> rows.add(new Row(pair.source(), pair.destination(), set)));
        from.forEach((name, all) -> all.merged().forEach(r -> rows.add(outward(name, r))));
        to.forEach((name, all) -> all.merged().forEach(r -> rows.add(inward(r, name))));
        return new ConnectivityTable(
                rows.stream().filter(row -> !row.connections().isEmpty()).sorted(BY_ENDS).toList());
    }

    private static Row outward(String name, OutsideRanges.Range range) {
        return new Row(name, text(range), range.traffic());
    }

    private static Row inward(OutsideRanges.Range range, String name) {
        return new Row(text(range), name, range.traffic());
    }

    private static String text(OutsideRanges.Range range) {
        return range.first() + "-" + range.last() + "[External]";
    }

    private void add(Relation.Connection connection) {
        switch (connection.from()) {
            case End.Member(String source) when isEnd(source) && !names.isNameOnly(source) ->
                    addFrom(source, connection);
            case End.Outside outside when connection.to() instanceof End.Member(String name) ->
                    addOutside(to, name, outside, connection.traffic());
            case End.Member _, End.Outside _ -> {}
        }
    }

    private void addFrom(String source, Relation.Connection connection) {
        switch (connection.to()) {
            case End.Member(String destination) when isEnd(destination) ->
                    addPair(source, destination, connection.traffic());
            case End.Outside outside -> addOutside(from, source, outside, connection.traffic());
            case End.Member _ -> {}
        }
    }

    private void addPair(String source, String destination, TrafficSet traffic) {
        Pair pair = new Pair(name(source), name(destination));
        if (!pair.source().equals(pair.destination())
                && !pair.destination().equals(PeerNames.INGRESS_CONTROLLER)) {
            TrafficSet asked =
                    ingress.routed(source, destination, names.byTransport(destination, traffic));
            named.merge(pair, asked, TrafficSet::union);
        }
    }

    private void addOutside(
            Map<String, OutsideRanges> of, String member, End.Outside outside, TrafficSet traffic) {
        if (isEnd(member)
                && !outside.first().v6()
                && !name(member).equals(PeerNames.INGRESS_CONTROLLER)) {
            of.computeIfAbsent(name(member), _ -> new OutsideRanges(services))
                    .add(new OutsideRanges.Range(outside.first(), outside.last(), traffic));
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
