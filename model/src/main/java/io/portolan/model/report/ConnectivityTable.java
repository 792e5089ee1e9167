package io.portolan.model.report;

import com.fasterxml.jackson.annotation.JsonProperty;

import io.portolan.model.design.Design;
import io.portolan.model.net.Address;
import io.portolan.model.net.Transport;
import io.portolan.model.reach.Relation;
import io.portolan.model.reach.TrafficSet;

import java.util.List;
import java.util.function.Function;

/// Everything that is possible, one row for each pair of ends, sorted. Outside addresses are ranges
/// as large as possible (IPv4; the table has no words for IPv6), replicas of one workload are one
/// end, and what a workload does with itself is left out.
public record ConnectivityTable(Scope scope, List<Row> rows) {
    public ConnectivityTable {
        rows = List.copyOf(rows);
    }

    /// Of what the rows hold, in a JSON document.
    @JsonProperty("holdsFor")
    public String holdsFor() {
        return TextReport.SCOPE;
    }

    /// What the rows are about.
    public enum Scope {
        /// What may be opened whatever is asked for.
        CONNECTIONS,
        /// That, and rows of what is open to some HTTP requests alone.
        REQUESTS
    }

    /// What `source` may open to `destination`. Ends are named as `PeerNames` says, or
    /// `10.0.0.0-10.255.255.255[External]`. `requests` are the conditions that a request must
    /// fulfil, all of them (`methods=GET|HEAD;paths=/a*`); empty: everything passes.
    public record Row(String source, String destination, TrafficSet traffic, String requests) {
        public Row(String source, String destination, TrafficSet traffic) {
            this(source, destination, traffic, "");
        }

        /// The third column.
        public String connections() {
            return new ConnectionWords().of(traffic).orElse("");
        }
    }

    /// The table of a design whose possible connections are `relation`.
    public static ConnectivityTable of(Design design, Relation relation) {
        return of(design, relation, Scope.CONNECTIONS);
    }

    /// The same with rows about requests where `scope` asks for them.
    public static ConnectivityTable of(Design design, Relation relation, Scope scope) {
        return new TableBuilder(design, relation).build(scope);
    }

    /// Whether `source` may open a connection to that port of `destination`; both are named as in
    /// the rows, or an address. False as well where nobody is called so.
    public boolean allows(String source, String destination, Transport protocol, int port) {
        return rows.stream()
                .filter(row -> row.requests().isEmpty())
                .filter(row -> means(row.source(), source) && means(row.destination(), destination))
                .anyMatch(row -> row.traffic().ports(protocol).contains(port));
    }

    private static boolean means(String end, String asked) {
        boolean outside = end.endsWith("[External]");
        return end.equals(asked)
                || (outside
                        ? isAddress(asked) && contains(end, asked)
                        : end.startsWith(asked + "["));
    }

    private static boolean isAddress(String text) {
        return text.matches("[0-9]+(\\.[0-9]+){3}");
    }

    private static boolean contains(String range, String asked) {
        Address address = Address.parse(asked);
        String[] ends = range.substring(0, range.indexOf('[')).split("-", -1);
        return Address.parse(ends[0]).compareTo(address) <= 0
                && address.compareTo(Address.parse(ends[1])) <= 0;
    }

    /// The table as comma separated values with a header line; with the column `l7` where rows may
    /// be about requests.
    public String toCsv() {
        ConnectionWords words = new ConnectionWords();
        StringBuilder out = new StringBuilder(header());
        for (Row row : rows) {
            out.append(Csv.field(row.source())).append(',');
            out.append(Csv.field(row.destination())).append(',');
            out.append(Csv.field(words.of(row.traffic()).orElse("")));
            switch (scope) {
                case CONNECTIONS -> out.append('\n');
                case REQUESTS -> out.append(',').append(Csv.field(row.requests())).append('\n');
            }
        }
        return out.toString();
    }

    private String header() {
        return switch (scope) {
            case CONNECTIONS -> "src,dst,conn\n";
            case REQUESTS -> "src,dst,conn,l7\n";
        };
    }

    /// The table for people: columns in line, without a header where there are no rows.
    public String toText() {
        if (rows.isEmpty()) {
            return "No connections are possible.\n";
        }
        ConnectionWords words = new ConnectionWords();
        int source = width(Row::source);
        int destination = width(Row::destination);
        StringBuilder out = new StringBuilder();
        for (Row row : rows) {
            column(out, row.source(), source).append("  ->  ");
            column(out, row.destination(), destination).append("  ");
            out.append(words.of(row.traffic()).orElse(""));
            out.append(row.requests().isEmpty() ? "" : "  ").append(row.requests()).append('\n');
        }
        return out.toString();
    }

    private static StringBuilder column(StringBuilder out, String text, int width) {
        return out.append(text).repeat(' ', width - text.length());
    }

    private int width(Function<Row, String> column) {
        return rows.stream().map(column).mapToInt(String::length).max().orElse(1);
    }
}
