package io.portolan.model.report;

import io.portolan.model.compile.CompiledDesign;
import io.portolan.model.reach.Relation;
import io.portolan.model.reach.TrafficSet;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What differs between the tables of two designs: pairs with what is possible before and after,
/// and the ends that only one of the designs has.
public record ConnectivityDiff(List<Row> rows, List<String> added, List<String> removed) {
    private static final String NOTHING = "No Connections";

    public ConnectivityDiff {
        rows = List.copyOf(rows);
        added = List.copyOf(added);
        removed = List.copyOf(removed);
    }

    /// What happened to a pair.
    public enum Change {
        ADDED("added"),
        REMOVED("removed"),
        CHANGED("changed");

        private final String word;

        Change(String word) {
            this.word = word;
        }

        public String word() {
            return word;
        }
    }

    /// One pair; `about` says which of its ends is in one design only.
    public record Row(
            String source,
            String destination,
            TrafficSet before,
            TrafficSet after,
            List<String> about) {
        public Row {
            about = List.copyOf(about);
        }

        public Change change() {
            if (words(before).equals(NOTHING)) {
                return Change.ADDED;
            }
            return words(after).equals(NOTHING) ? Change.REMOVED : Change.CHANGED;
        }
    }

    /// One of the two designs with its possible connections.
    public record Side(CompiledDesign compiled, Relation relation) {}

    public static ConnectivityDiff of(Side before, Side after) {
        return new DiffBuilder(before, after).build();
    }

    static String words(TrafficSet traffic) {
        return new ConnectionWords().of(traffic).orElse(NOTHING);
    }

    public boolean isEmpty() {
        return rows.isEmpty() && added.isEmpty() && removed.isEmpty();
    }

    /// The rows as comma separated values with a header line.
    public String toCsv() {
        return rows.stream()
                .map(row ->
                        Stream.of(
                                row.change().word(),
                                row.source(),
                                row.destination(),
                                words(row.before()),
                                words(row.after()),
                                String.join("; ", row.about())))
                .map(line -> line.map(Csv::field).collect(Collectors.joining(",", "", "\n")))
                .collect(
                        Collectors.joining(
                                "",
                                "diff-type,source,destination,ref1,ref2,workloads-diff-info\n",
                                ""));
    }

    /// The rows for people, then the ends that are in one design only.
    public String toText() {
        if (isEmpty()) {
            return "The same connections are possible.\n";
        }
        StringBuilder text = new StringBuilder();
        for (Row row : rows) {
            text.append(
                    "%-7s  %s  ->  %s  %s\n"
                            .formatted(
                                    row.change().word(),
                                    row.source(),
                                    row.destination(),
                                    switch (row.change()) {
                                        case ADDED -> words(row.after());
                                        case REMOVED -> words(row.before());
                                        case CHANGED ->
                                                words(row.before()) + "  =>  " + words(row.after());
                                    }));
        }
        added.forEach(name -> text.append("added    workload %s\n".formatted(name)));
        removed.forEach(name -> text.append("removed  workload %s\n".formatted(name)));
        return text.toString();
    }
}
