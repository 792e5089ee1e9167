package io.portolan.exporters.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.portolan.model.compile.CompiledDesign;
import io.portolan.model.compile.PlanCompiler;
import io.portolan.model.reach.Reachability;
import io.portolan.model.report.ConnectivityDiff;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/// Two states of third-party estates with what differs between them.
final class DiffConformanceTest {
    @TestFactory
    Stream<DynamicTest> differencesAgreeCaseByCase() {
        return Conformance.folders(Conformance.folder("diff")).stream()
                .map(folder ->
                        dynamicTest(String.valueOf(folder.getFileName()), () -> check(folder)));
    }

    private static void check(Path folder) {
        ConnectivityDiff diff =
                ConnectivityDiff.of(side(folder.resolve("old")), side(folder.resolve("new")));
        String ours = diff.toCsv();
        String theirs = Conformance.text(folder.resolve("expected.csv"));
        for (Column column : Column.values()) {
            assertThat(table(ours, column).differences(table(theirs, column)))
                    .as("%s %s", folder.getFileName(), column)
                    .isEmpty();
        }
        assertThat(changes(ours)).isEqualTo(changes(theirs));
    }

    /// Before and after.
    private enum Column {
        REF1(3),
        REF2(4);

        private final int place;

        Column(int place) {
            this.place = place;
        }
    }

    private static ConnectivityDiff.Side side(Path folder) {
        CompiledDesign compiled = PlanCompiler.compile(Conformance.imported(folder).design());
        return new ConnectivityDiff.Side(compiled, Reachability.of(compiled).relation());
    }

    /// Rows that differ in protocols without ports alone are left out.
    private static List<List<String>> rows(String csv) {
        return csv.lines()
                .skip(1)
                .filter(line -> !line.isBlank())
                .map(AnswerTable::fields)
                .filter(f -> !AnswerTable.isSame(f.get(3), f.get(4)))
                .toList();
    }

    private static AnswerTable table(String csv, Column column) {
        return AnswerTable.of(
                rows(csv).stream()
                        .map(f ->
                                "\n%s,%s,\"%s\"".formatted(f.get(1), f.get(2), f.get(column.place)))
                        .flatMap(line -> AnswerTable.rows(line).stream())
                        .toList());
    }

    private static Set<String> changes(String csv) {
        Set<String> changes = new TreeSet<>();
        rows(csv).stream()
                .filter(f -> !f.get(1).endsWith("[External]") && !f.get(2).endsWith("[External]"))
                .forEach(f -> changes.add(String.join(" ", f.subList(0, 3))));
        return changes;
    }
}
