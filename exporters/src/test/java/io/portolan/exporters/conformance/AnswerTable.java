package io.portolan.exporters.conformance;

import io.portolan.model.net.Address;
import io.portolan.model.net.PortSet;
import io.portolan.model.reach.TrafficSet;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/// A table of connections as far as two programs can agree on it: IPv4, TCP, UDP and SCTP, without
/// what a workload does with itself. Ranges may be cut anywhere. Where tables of one program are
/// compared with each other, every protocol counts.
final class AnswerTable {
    private static final PortSet DIALLED = PortSet.range(1, 65535);
    private static final TrafficSet PORTS = new TrafficSet(DIALLED, DIALLED, DIALLED, false);
    private static final TrafficSet EVERYTHING = new TrafficSet(DIALLED, DIALLED, DIALLED, true);

    /// `conditions` hold of the requests that the row is about; empty: of everything.
    record Row(String source, String destination, TrafficSet traffic, String conditions) {
        Row(String source, String destination, TrafficSet traffic) {
            this(source, destination, traffic, "");
        }

        boolean lets(Asked request) {
            return conditions.isEmpty()
                    || Stream.of(conditions.split(";", -1)).allMatch(request::fulfils);
        }
    }

    private record Pair(String source, String destination) {}

    private record Piece(Address first, Address last, TrafficSet traffic) {}

    private final Map<Pair, TrafficSet> named =
            new TreeMap<>(Comparator.comparing(Pair::source).thenComparing(Pair::destination));
    private final Map<Pair, List<Piece>> outside =
            new TreeMap<>(Comparator.comparing(Pair::source).thenComparing(Pair::destination));

    private final TrafficSet compared;

    private AnswerTable(TrafficSet compared) {
        this.compared = compared;
    }

    static AnswerTable of(List<Row> rows) {
        AnswerTable table = new AnswerTable(PORTS);
        rows.forEach(table::add);
        return table;
    }

    /// Keeps `All Connections` and "TCP, UDP and SCTP in full" apart.
    static AnswerTable ofEveryProtocol(List<Row> rows) {
        AnswerTable table = new AnswerTable(EVERYTHING);
        rows.forEach(table::add);
        return table;
    }

    /// What the rows say about one request: those that let it through.
    static AnswerTable of(List<Row> rows, Asked request) {
        return of(rows.stream().filter(row -> row.lets(request)).toList());
    }

    /// Reads `src,dst,conn` lines, with `l7` behind them or not.
    static List<Row> rows(String csv) {
        List<Row> rows = new ArrayList<>();
        csv.lines()
                .skip(1)
                .filter(line -> !line.isBlank())
                .map(AnswerTable::fields)
                .forEach(f -> rows.add(row(f)));
        return rows;
    }

    private static Row row(List<String> fields) {
        String conditions = fields.size() > 3 ? fields.get(3) : "";
        return new Row(fields.get(0), fields.get(1), traffic(fields.get(2)), conditions);
    }

    static List<String> fields(String line) {
        List<String> fields = new ArrayList<>();
        StringBuilder field = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c == '"') {
                quoted = !quoted;
            } else if (c == ',' && !quoted) {
                fields.add(field.toString().strip());
                field.setLength(0);
            } else {
                field.append(c);
            }
        }
        fields.add(field.toString().strip());
        return fields;
    }

    /// Whether two conn columns say the same of what is compared.
    static boolean isSame(String words, String others) {
        return traffic(words).intersection(PORTS).equals(traffic(others).intersection(PORTS));
    }

    private static TrafficSet traffic(String words) {
        if (words.equals("No Connections")) {
            return TrafficSet.NONE;
        }
        if (words.equals("All Connections")) {
            return TrafficSet.ALL;
        }
        Map<String, PortSet> ports = new LinkedHashMap<>();
        String protocol = "";
        for (String word : words.split("[ ,]+", -1)) {
            if (word.matches("[A-Z]+")) {
                protocol = word;
            } else {
                ports.merge(protocol, PortSet.parse(word), PortSet::union);
            }
        }
        return new TrafficSet(
                ports.getOrDefault("TCP", PortSet.NONE),
                ports.getOrDefault("UDP", PortSet.NONE),
                ports.getOrDefault("SCTP", PortSet.NONE),
                false);
    }

    private void add(Row row) {
        TrafficSet traffic = row.traffic().intersection(compared);
        boolean from = isRange(row.source());
        boolean to = isRange(row.destination());
        if (traffic.isEmpty() || row.source().equals(row.destination()) || (from && to)) {
            return;
        }
        if (from || to) {
            String range = from ? row.source() : row.destination();
            Pair pair = from ? new Pair("", row.destination()) : new Pair(row.source(), "");
            outside.computeIfAbsent(pair, _ -> new ArrayList<>()).add(piece(range, traffic));
        } else {
            named.merge(new Pair(row.source(), row.destination()), traffic, TrafficSet::union);
        }
    }

    private static boolean isRange(String end) {
        return end.endsWith("[External]");
    }

    private static Piece piece(String range, TrafficSet traffic) {
        String[] ends = range.replace("[External]", "").split("-", -1);
        return new Piece(Address.parse(ends[0]), Address.parse(ends[ends.length - 1]), traffic);
    }

    /// What differs from the expected table, in words; empty when they agree.
    List<String> differences(AnswerTable expected) {
        List<String> found = new ArrayList<>();
        keys(named, expected.named)
                .forEach(pair ->
                        note(
                                found,
                                pair.source() + " -> " + pair.destination(),
                                expected.named.getOrDefault(pair, TrafficSet.NONE),
                                named.getOrDefault(pair, TrafficSet.NONE)));
        keys(outside, expected.outside).forEach(pair -> compare(found, pair, expected));
        return found;
    }

    /// True if the other table has every connection of this one.
    boolean isWithin(AnswerTable other) {
        return named.entrySet().stream()
                        .allMatch(e ->
                                isWithin(
                                        e.getValue(),
                                        other.named.getOrDefault(e.getKey(), TrafficSet.NONE)))
                && outside.entrySet().stream()
                        .allMatch(e ->
                                isWithin(
                                        e.getValue(),
                                        other.outside.getOrDefault(e.getKey(), List.of())));
    }

    private static boolean isWithin(List<Piece> ours, List<Piece> theirs) {
        return starts(ours, theirs).stream().allMatch(a -> isWithin(at(ours, a), at(theirs, a)));
    }

    private static boolean isWithin(TrafficSet ours, TrafficSet theirs) {
        return ours.intersection(theirs).equals(ours);
    }

    private static <T> Set<Pair> keys(Map<Pair, T> left, Map<Pair, T> right) {
        TreeSet<Pair> keys =
                new TreeSet<>(Comparator.comparing(Pair::source).thenComparing(Pair::destination));
        keys.addAll(left.keySet());
        keys.addAll(right.keySet());
        return keys;
    }

    private void compare(List<String> found, Pair pair, AnswerTable expected) {
        List<Piece> ours = outside.getOrDefault(pair, List.of());
        List<Piece> theirs = expected.outside.getOrDefault(pair, List.of());
        for (Address start : starts(ours, theirs)) {
            note(
                    found,
                    (pair.source() + " -> " + pair.destination()) + " from " + start,
                    at(theirs, start),
                    at(ours, start));
        }
    }

    private static Set<Address> starts(List<Piece> ours, List<Piece> theirs) {
        TreeSet<Address> starts = new TreeSet<>();
        for (List<Piece> pieces : List.of(ours, theirs)) {
            for (Piece piece : pieces) {
                starts.add(piece.first());
                if (!piece.last().equals(Address.highest(false))) {
                    starts.add(piece.last().next());
                }
            }
        }
        return starts;
    }

    private static TrafficSet at(List<Piece> pieces, Address address) {
        return pieces.stream()
                .filter(p -> p.first().compareTo(address) <= 0 && address.compareTo(p.last()) <= 0)
                .map(Piece::traffic)
                .reduce(TrafficSet.NONE, TrafficSet::union);
    }

    private static void note(List<String> found, String who, TrafficSet expected, TrafficSet got) {
        if (!expected.equals(got)) {
            found.add("%s: expected %s, got %s".formatted(who, expected, got));
        }
    }
}
