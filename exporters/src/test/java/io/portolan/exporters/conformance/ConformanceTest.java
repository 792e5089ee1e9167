package io.portolan.exporters.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.portolan.exporters.conformance.AnswerTable.Row;
import io.portolan.model.format.YamlNode;
import io.portolan.model.format.YamlReader;
import io.portolan.model.reach.TrafficSet;
import io.portolan.model.report.ConnectivityTable;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// Third-party estates with their expected connections, case by case. A case on the list of those
/// that cannot agree yet, or of those where we hold the reference to be wrong, must disagree, so
/// that the lists stay honest.
final class ConformanceTest {
    private static final Map<String, String> NOT_YET = Conformance.listed("not-yet.txt");
    private static final Map<String, String> UPSTREAM_ERRORS =
            Conformance.listed("upstream-errors.txt");

    @TestFactory
    Stream<DynamicTest> connectivityAgreesCaseByCase() {
        return Conformance.folders(Conformance.folder("connectivity")).stream()
                .flatMap(suite -> Conformance.folders(suite).stream())
                .map(folder -> dynamicTest(name(folder), () -> check(folder)));
    }

    private static String name(Path folder) {
        int depth = folder.getNameCount();
        return folder.subpath(depth - 2, depth).toString().replace('\\', '/');
    }

    private static void check(Path folder) {
        List<String> differences = differences(folder);
        Optional<String> reason =
                Optional.ofNullable(NOT_YET.get(name(folder)))
                        .or(() -> Optional.ofNullable(UPSTREAM_ERRORS.get(name(folder))));
        if (reason.isPresent()) {
            assertThat(differences)
                    .as("%s agrees now: take it off the list (%s)", name(folder), reason.get())
                    .isNotEmpty();
        } else {
            assertThat(differences).as(name(folder)).isEmpty();
        }
    }

    private static List<String> differences(Path folder) {
        CaseFile info = CaseFile.read(folder.resolve("case.json"));
        List<Row> expected =
                info.kept(AnswerTable.rows(Conformance.text(folder.resolve("expected.csv"))));
        List<Row> ours =
                info.narrowed(
                        info.kept(rows(Conformance.table(folder.resolve("input"), info.scope()))));
        List<String> conditions =
                Stream.concat(expected.stream(), ours.stream()).map(Row::conditions).toList();
        return Asked.about(conditions).stream()
                .flatMap(request -> differences(ours, expected, request).stream())
                .distinct()
                .toList();
    }

    private static List<String> differences(List<Row> ours, List<Row> expected, Asked request) {
        return AnswerTable.of(ours, request).differences(AnswerTable.of(expected, request));
    }

    private static List<Row> rows(ConnectivityTable table) {
        return table.rows().stream()
                .map(row -> new Row(row.source(), row.destination(), row.traffic(), row.requests()))
                .toList();
    }

    /// What `case.json` says about the comparison.
    private record CaseFile(YamlNode.Mapping root) {
        static CaseFile read(Path file) {
            return new CaseFile(
                    (YamlNode.Mapping) YamlReader.readAll(Conformance.text(file)).getFirst());
        }

        ConnectivityTable.Scope scope() {
            return root.find("l7").filter(n -> text(n).equals("true")).isPresent()
                    ? ConnectivityTable.Scope.REQUESTS
                    : ConnectivityTable.Scope.CONNECTIONS;
        }

        List<Row> kept(List<Row> rows) {
            List<String> peers = texts("ignorePeers");
            List<String> sources = texts("ignoreSources");
            return rows.stream()
                    .filter(r -> !peers.contains(r.source()) && !peers.contains(r.destination()))
                    .filter(r -> !sources.contains(r.source()))
                    .toList();
        }

        /// Narrows the full table the way the expected one was.
        List<Row> narrowed(List<Row> rows) {
            Optional<YamlNode.Mapping> filter =
                    root.find("filter")
                            .filter(YamlNode.Mapping.class::isInstance)
                            .map(YamlNode.Mapping.class::cast);
            return filter.isEmpty() ? rows : new Narrowing(filter.get()).of(rows);
        }

        private List<String> texts(String key) {
            return texts(root, key);
        }

        static List<String> texts(YamlNode.Mapping from, String key) {
            return from.find(key)
                    .filter(YamlNode.Sequence.class::isInstance)
                    .map(n -> ((YamlNode.Sequence) n).items().stream().map(CaseFile::text).toList())
                    .orElse(List.of());
        }

        static String text(YamlNode node) {
            return node instanceof YamlNode.Scalar scalar && !scalar.isNull() ? scalar.text() : "";
        }
    }

    private record Narrowing(YamlNode.Mapping filter) {
        List<Row> of(List<Row> rows) {
            String only = filter.find("conn").map(CaseFile::text).orElse("");
            List<Row> focused = rows.stream().filter(this::isFocused).toList();
            return only.isEmpty()
                    ? focused
                    : focused.stream()
                            .map(r ->
                                    new Row(
                                            r.source(),
                                            r.destination(),
                                            r.traffic().intersection(set(only))))
                            .toList();
        }

        private boolean isFocused(Row row) {
            List<String> focus = CaseFile.texts(filter, "focus");
            List<String> peers = CaseFile.texts(filter, "peers");
            String way = filter.find("direction").map(CaseFile::text).orElse("");
            boolean inward =
                    isOne(row.destination(), focus)
                            && (peers.isEmpty() || isOne(row.source(), peers));
            boolean outward =
                    isOne(row.source(), focus)
                            && (peers.isEmpty() || isOne(row.destination(), peers));
            return focus.isEmpty()
                    || (inward && !way.equals("egress"))
                    || (outward && !way.equals("ingress"));
        }

        private static boolean isOne(String end, List<String> names) {
            String base = end.replaceAll("\\[.*?]", "").replaceAll("[{}]", "");
            return names.contains(base)
                    || names.contains(base.substring(base.lastIndexOf('/') + 1));
        }

        private static TrafficSet set(String words) {
            String[] parts = words.split("-", -1);
            return AnswerTable.rows("\na,b," + parts[0].toUpperCase(Locale.ROOT) + " " + parts[1])
                    .getFirst()
                    .traffic();
        }
    }
}
