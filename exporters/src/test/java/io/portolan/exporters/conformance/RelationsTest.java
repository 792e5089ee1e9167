package io.portolan.exporters.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.portolan.exporters.conformance.AnswerTable.Row;
import io.portolan.model.format.YamlNode;
import io.portolan.model.format.YamlNode.Mapping;
import io.portolan.model.format.YamlNode.Sequence;
import io.portolan.model.format.YamlReader;
import io.portolan.model.report.ConnectivityTable.Scope;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiPredicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// How third-party estates relate to each other by what is possible in them: equal, contained,
/// without effect. As elsewhere, a question on one of the two lists must be answered otherwise.
final class RelationsTest {
    private static final Map<String, String> NOT_YET = Conformance.listed("not-yet.txt");
    private static final Map<String, String> UPSTREAM = Conformance.listed("upstream-errors.txt");
    private final Map<Asking, List<Row>> tables = new ConcurrentHashMap<>();

    /// Which table of which configuration.
    private record Asking(Path folder, Scope scope) {}

    @TestFactory
    Stream<DynamicTest> relationsAgreeOneByOne() {
        return Conformance.folders(Conformance.folder("relations")).stream()
                .flatMap(suite ->
                        queries(suite).map(q -> dynamicTest(q.name(), () -> check(suite, q))));
    }

    private static Stream<Query> queries(Path suite) {
        Mapping root =
                (Mapping)
                        YamlReader.readAll(Conformance.text(suite.resolve("relations.json")))
                                .getFirst();
        return items(root, "queries").map(node -> new Query((Mapping) node));
    }

    private void check(Path suite, Query query) {
        String answer = answer(suite, query);
        Optional<String> reason =
                Optional.ofNullable(NOT_YET.get(query.name()))
                        .or(() -> Optional.ofNullable(UPSTREAM.get(query.name())));
        if (reason.isPresent()) {
            assertThat(answer)
                    .as("%s agrees now: take it off the list (%s)", query.name(), reason.get())
                    .isNotEqualTo(query.expected());
        } else {
            assertThat(answer).as(query.name()).isEqualTo(query.expected());
        }
    }

    private String answer(Path suite, Query query) {
        List<List<Row>> configs = tables(suite, query.scope(), query.configs());
        return switch (query.type()) {
            case "unequal-pairs" -> String.valueOf(unequal(configs, query));
            case "difference" -> String.valueOf(unequal(configs, query) > 0);
            case "contained-in-first" -> String.valueOf(containedInFirst(configs, query));
            case "two-way-containment" -> bothWays(configs, query);
            case "vacuous" ->
                    String.valueOf(
                            vacuous(configs, tables(suite, query.scope(), query.texts("without"))));
            default -> "a kind of question that is not known: " + query.type();
        };
    }

    private List<List<Row>> tables(Path suite, Scope scope, List<String> names) {
        return names.stream()
                .map(name -> new Asking(suite.resolve("configs").resolve(name), scope))
                .map(asking -> tables.computeIfAbsent(asking, RelationsTest::table))
                .toList();
    }

    /// By the words of the table, which are all that others see of it.
    private static List<Row> table(Asking asking) {
        return AnswerTable.rows(Conformance.table(asking.folder(), asking.scope()).toCsv());
    }

    private static boolean areEqual(List<Row> one, List<Row> other) {
        return forEveryRequest(one, other, (a, b) -> a.differences(b).isEmpty());
    }

    private static boolean isWithin(List<Row> one, List<Row> other) {
        return forEveryRequest(one, other, AnswerTable::isWithin);
    }

    private static boolean forEveryRequest(
            List<Row> one, List<Row> other, BiPredicate<AnswerTable, AnswerTable> test) {
        List<String> conditions =
                Stream.concat(one.stream(), other.stream())
                        .map(Row::conditions)
                        .distinct()
                        .toList();
        return Asked.about(conditions).stream()
                .allMatch(request -> test.test(about(one, request), about(other, request)));
    }

    private static AnswerTable about(List<Row> rows, Asked request) {
        return AnswerTable.ofEveryProtocol(rows.stream().filter(r -> r.lets(request)).toList());
    }

    private static long unequal(List<List<Row>> configs, Query query) {
        boolean comparable = query.isTrue("samePeers") || query.type().equals("difference");
        return IntStream.range(0, configs.size())
                .boxed()
                .flatMap(i ->
                        IntStream.range(i + 1, configs.size())
                                .mapToObj(j -> areEqual(configs.get(i), configs.get(j))))
                .filter(equal -> !equal || !comparable)
                .count();
    }

    private static long containedInFirst(List<List<Row>> configs, Query query) {
        List<String> peers = query.texts("peersInFirst");
        return IntStream.range(1, configs.size())
                .filter(i -> peers.get(i).equals("true"))
                .filter(i -> isWithin(configs.get(i), configs.getFirst()))
                .count();
    }

    private static String bothWays(List<List<Row>> configs, Query query) {
        List<Row> first = configs.getFirst();
        List<Row> other = configs.getLast();
        if (query.isTrue("identicalPolicies")) {
            return "0";
        }
        int within = isWithin(other, first) && query.isTrue("peersInFirst", 1) ? 1 : 0;
        int around = isWithin(first, other) && query.isTrue("peersOfFirst", 1) ? 2 : 0;
        return String.valueOf(within + around);
    }

    private static long vacuous(List<List<Row>> configs, List<List<Row>> without) {
        return IntStream.range(0, configs.size())
                .filter(i -> areEqual(configs.get(i), without.get(i)))
                .count();
    }

    private static Stream<YamlNode> items(Mapping from, String key) {
        return from.find(key).filter(Sequence.class::isInstance).stream()
                .flatMap(node -> ((Sequence) node).items().stream());
    }

    /// One question of the file.
    private record Query(Mapping root) {
        /// What the reference calls it, behind the kind of question.
        String name() {
            String id = texts("ids").getFirst();
            return type() + " " + id.substring(id.lastIndexOf('/') + 1);
        }

        String type() {
            return text("type");
        }

        String expected() {
            return text("expect");
        }

        Scope scope() {
            return isTrue("l7") ? Scope.REQUESTS : Scope.CONNECTIONS;
        }

        List<String> configs() {
            return texts("configs");
        }

        boolean isTrue(String key) {
            return text(key).equals("true");
        }

        boolean isTrue(String key, int index) {
            return texts(key).get(index).equals("true");
        }

        List<String> texts(String key) {
            return items(root, key).map(Query::text).toList();
        }

        private String text(String key) {
            return root.find(key).map(Query::text).orElse("");
        }

        private static String text(YamlNode node) {
            return Objects.requireNonNull(((YamlNode.Scalar) node).text());
        }
    }
}
