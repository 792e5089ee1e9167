package io.portolan.exporters.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.exporters.spi.Source;
import io.portolan.model.compile.CompiledDesign;
import io.portolan.model.compile.PlanCompiler;
import io.portolan.model.net.Transport;
import io.portolan.model.reach.ChangedEnds;
import io.portolan.model.reach.Reachability;
import io.portolan.model.report.ConnectivityDiff;
import io.portolan.model.report.ConnectivityDiff.Side;
import io.portolan.model.report.ConnectivityTable;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;

/// What a difference says is what the two tables say, though as few pairs as possible are compared.
final class ConnectivityDiffTest {
    private static final List<String> APPS = List.of("web", "api", "db");
    private static final List<String> SPACES = List.of("shop", "jobs", "ops");
    private static final List<String> OUTSIDE =
            List.of("198.51.0.1", "198.51.1.1", "198.51.2.1", "198.51.3.1", "203.0.113.1");

    private static Side side(String file, List<String> documents) {
        Source source = new Source(file, String.join("---\n", documents));
        CompiledDesign compiled =
                PlanCompiler.compile(new KubernetesImporter().read(List.of(source)).design());
        return new Side(compiled, Reachability.of(compiled).relation());
    }

    private static String pod(String namespace, String app) {
        return """
        apiVersion: v1
        kind: Pod
        metadata: {name: %s, namespace: %s, labels: {app: %s}}
        """
                .formatted(app, namespace, app);
    }

    private static String policy(String name, Random random) {
        String peer =
                switch (random.nextInt(4)) {
                    case 0 ->
                            "[{podSelector: {matchLabels: {app: %s}}}]"
                                    .formatted(any(APPS, random));
                    case 1 ->
                            "[{namespaceSelector: {matchLabels: {kubernetes.io/metadata.name: %s}}}]"
                                    .formatted(any(SPACES, random));
                    case 2 -> "[{ipBlock: {cidr: 198.51.%d.0/24}}]".formatted(random.nextInt(4));
                    default -> "[]";
                };
        boolean in = random.nextBoolean();
        return """
        apiVersion: networking.k8s.io/v1
        kind: NetworkPolicy
        metadata: {name: %s, namespace: %s}
        spec: {podSelector: {matchLabels: {app: %s}}, policyTypes: [%s],
          %s: [{%s: %s, ports: [{port: %d}]}]}
        """
                .formatted(
                        name,
                        any(SPACES, random),
                        any(APPS, random),
                        in ? "Ingress" : "Egress",
                        in ? "ingress" : "egress",
                        in ? "from" : "to",
                        peer,
                        80 + random.nextInt(2));
    }

    private static String any(List<String> words, Random random) {
        return words.get(random.nextInt(words.size()));
    }

    private static List<String> estate(Random random) {
        List<String> documents = new ArrayList<>();
        SPACES.forEach(space -> APPS.forEach(app -> documents.add(pod(space, app))));
        for (int i = 0; i < 6; i++) {
            documents.add(policy("p" + i, random));
        }
        return documents;
    }

    private static List<String> edited(List<String> documents, Random random) {
        List<String> edited = new ArrayList<>(documents);
        switch (random.nextInt(5)) {
            case 0 -> edited.add(policy("new", random));
            case 1 -> edited.removeLast();
            case 2 -> edited.set(edited.size() - 1, policy("p5", random));
            case 3 -> edited.add(pod("shop", "cache"));
            default -> edited.removeFirst();
        }
        return edited;
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
    void itSaysWhatTheTwoTablesSay(long seed) {
        Random random = new Random(seed);
        List<String> documents = estate(random);
        Side before = side("old.yaml", documents);
        Side after = side("new.yaml", edited(documents, random));
        ConnectivityDiff diff = ConnectivityDiff.of(before, after);
        ConnectivityTable old = table(before);
        ConnectivityTable young = table(after);
        for (String probe : probes()) {
            String[] ends = probe.split(" ", -1);
            for (int port = 79; port < 83; port++) {
                assertThat(changes(diff, ends[0], ends[1], port))
                        .as("%s port %d", probe, port)
                        .isEqualTo(allows(old, ends, port) != allows(young, ends, port));
            }
        }
    }

    private static ConnectivityTable table(Side side) {
        return ConnectivityTable.of(side.compiled().design(), side.relation());
    }

    private static boolean allows(ConnectivityTable table, String[] ends, int port) {
        return table.allows(ends[0], ends[1], Transport.TCP, port);
    }

    /// The rows of the difference as two tables, which are asked the same.
    private static boolean changes(ConnectivityDiff diff, String from, String to, int port) {
        List<ConnectivityTable.Row> old = new ArrayList<>();
        List<ConnectivityTable.Row> young = new ArrayList<>();
        diff.rows()
                .forEach(row -> {
                    old.add(
                            new ConnectivityTable.Row(
                                    row.source(), row.destination(), row.before()));
                    young.add(
                            new ConnectivityTable.Row(
                                    row.source(), row.destination(), row.after()));
                });
        String[] ends = {from, to};
        ConnectivityTable.Scope scope = ConnectivityTable.Scope.CONNECTIONS;
        return allows(new ConnectivityTable(scope, old), ends, port)
                != allows(new ConnectivityTable(scope, young), ends, port);
    }

    private static Set<String> probes() {
        List<String> pods = new ArrayList<>(List.of("shop/cache"));
        SPACES.forEach(space -> APPS.forEach(app -> pods.add(space + "/" + app)));
        Set<String> probes = new TreeSet<>();
        for (String pod : pods) {
            pods.stream()
                    .filter(other -> !other.equals(pod))
                    .forEach(o -> probes.add(pod + " " + o));
            OUTSIDE.forEach(address -> {
                probes.add(pod + " " + address);
                probes.add(address + " " + pod);
            });
        }
        return probes;
    }

    @Test
    void onePolicyMoreConcernsThePodsThatItGovernsAlone() {
        List<String> documents = estate(new Random(3));
        List<String> more = new ArrayList<>(documents);
        more.add(
                """
                apiVersion: networking.k8s.io/v1
                kind: NetworkPolicy
                metadata: {name: more, namespace: ops}
                spec: {podSelector: {matchLabels: {app: db}}}
                """);
        assertThat(
                        ChangedEnds.between(
                                side("old.yaml", documents).compiled(),
                                side("new.yaml", more).compiled()))
                .isEqualTo(new ChangedEnds.Some(Set.of(), Set.of("cluster/ops/db")));
    }

    @Test
    void theSameManifestsElsewhereDoNotDiffer() {
        List<String> documents = estate(new Random(5));
        ConnectivityDiff diff =
                ConnectivityDiff.of(side("a.yaml", documents), side("b.yaml", documents));
        assertThat(diff.isEmpty()).isTrue();
        assertThat(diff.toCsv())
                .isEqualTo("diff-type,source,destination,ref1,ref2,workloads-diff-info\n");
    }

    @Test
    void whoIsOnOneSideAloneIsSaid() {
        List<String> one = List.of(pod("shop", "web"), pod("shop", "api"));
        List<String> other = List.of(pod("shop", "web"), pod("shop", "db"));
        ConnectivityDiff diff = ConnectivityDiff.of(side("a.yaml", one), side("b.yaml", other));
        assertThat(diff.added()).containsExactly("shop/db[Pod]");
        assertThat(diff.removed()).containsExactly("shop/api[Pod]");
        assertThat(diff.toCsv())
                .contains(
                        "added,shop/web[Pod],shop/db[Pod],No Connections,All Connections,workload"
                                + " shop/db[Pod] added\n",
                        "removed,shop/api[Pod],shop/web[Pod],All Connections,No"
                                + " Connections,workload shop/api[Pod] removed\n",
                        "added,0.0.0.0-255.255.255.255[External],shop/db[Pod],");
    }
}
