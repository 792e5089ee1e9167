package io.portolan.model.report;

import java.util.List;

/// A difference as a JSON document has it: what it is about, and the words of the table.
public record DiffReport(
        String scope, List<Pair> connections, List<String> added, List<String> removed) {
    public DiffReport {
        connections = List.copyOf(connections);
        added = List.copyOf(added);
        removed = List.copyOf(removed);
    }

    /// One pair with what is possible before and after.
    public record Pair(
            String change, String source, String destination, String before, String after) {}

    public static DiffReport of(ConnectivityDiff diff) {
        return new DiffReport(
                TextReport.SCOPE,
                diff.rows().stream()
                        .map(row ->
                                new Pair(
                                        row.change().word(),
                                        row.source(),
                                        row.destination(),
                                        ConnectivityDiff.words(row.before()),
                                        ConnectivityDiff.words(row.after())))
                        .toList(),
                diff.added(),
                diff.removed());
    }
}
