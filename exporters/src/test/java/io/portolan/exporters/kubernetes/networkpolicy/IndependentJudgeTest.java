package io.portolan.exporters.kubernetes.networkpolicy;

import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.exporters.kubernetes.KubernetesImporter;
import io.portolan.exporters.spi.Artifact;
import io.portolan.exporters.spi.ExportRequest;
import io.portolan.exporters.spi.Source;
import io.portolan.model.compile.PlanCompiler;
import io.portolan.model.design.Design;
import io.portolan.model.net.PortSet;
import io.portolan.model.reach.Reachability;
import io.portolan.model.reach.TrafficSet;
import io.portolan.model.report.ConnectivityTable;

import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// What we write means the same to our own importer and to network-config-analyzer (`nca`), which
/// shares no code with us. It is found by the property `portolan.nca`, the variable NCA, or on the
/// PATH.
final class IndependentJudgeTest {
    private static final Pattern PORTS =
            Pattern.compile("\\{protocols:([A-Z, ]+?)(?:,dst_ports:([0-9,-]+))?}");
    private static final PortSet DIALLED = PortSet.range(1, 65535);
    private static final Map<String, List<String>> PODS =
            Map.of("shop", List.of("web", "api", "db"), "ops", List.of("probe", "batch"));
    private static final TrafficSet COMPARED = new TrafficSet(DIALLED, DIALLED, DIALLED, false);

    private static String workload(String namespace, String name) {
        return """
        apiVersion: apps/v1
        kind: Deployment
        metadata: {name: %2$s, namespace: %1$s}
        spec:
          template:
            metadata: {labels: {app: %2$s}}
            spec: {containers: [{name: c, image: i, ports: [{name: http, containerPort: 8080}]}]}
        ---
        """
                .formatted(namespace, name);
    }

    private static final String WORKLOADS =
            "apiVersion: v1\n"
                    + "kind: Namespace\n"
                    + "metadata: {name: shop, labels: {team: a}}\n"
                    + "---\n"
                    + "apiVersion: v1\n"
                    + "kind: Namespace\n"
                    + "metadata: {name: ops, labels: {team: b}}\n"
                    + "---\n"
                    + workload("shop", "web")
                    + workload("shop", "api")
                    + workload("shop", "db")
                    + workload("ops", "probe")
                    + workload("ops", "batch");

    private static final String POLICIES =
            """
            apiVersion: networking.k8s.io/v1
            kind: NetworkPolicy
            metadata: {name: default-deny, namespace: shop}
            spec: {podSelector: {}, policyTypes: [Ingress, Egress]}
            ---
            apiVersion: networking.k8s.io/v1
            kind: NetworkPolicy
            metadata: {name: api, namespace: shop}
            spec:
              podSelector: {matchLabels: {app: api}}
              policyTypes: [Ingress, Egress]
              ingress:
              - from: [{podSelector: {matchLabels: {app: web}}}]
                ports: [{port: http}, {port: 9000, endPort: 9010}]
              - from: [{namespaceSelector: {matchLabels: {team: b}}, podSelector: {matchExpressions: [{key: app, operator: NotIn, values: [batch]}]}}]
                ports: [{protocol: UDP, port: 53}]
              egress:
              - to: [{podSelector: {matchLabels: {app: db}}}]
                ports: [{port: 5432}]
            ---
            apiVersion: networking.k8s.io/v1
            kind: NetworkPolicy
            metadata: {name: web, namespace: shop}
            spec:
              podSelector: {matchLabels: {app: web}}
              policyTypes: [Egress]
              egress: [{to: [{podSelector: {}}]}]
            ---
            apiVersion: networking.k8s.io/v1
            kind: NetworkPolicy
            metadata: {name: db, namespace: shop}
            spec:
              podSelector: {matchExpressions: [{key: app, operator: In, values: [db]}]}
              policyTypes: [Ingress]
              ingress: [{from: [{podSelector: {}}]}]
            """;

    private static Design imported(String policies) {
        return new KubernetesImporter()
                .read(List.of(new Source("w.yaml", WORKLOADS), new Source("p.yaml", policies)))
                .design();
    }

    private static ConnectivityTable table(Design design) {
        return ConnectivityTable.of(
                design, Reachability.of(PlanCompiler.compile(design)).relation());
    }

    private static String exported() {
        StringBuilder text = new StringBuilder();
        for (Artifact artifact :
                new NetworkPolicyExporter()
                        .export(new ExportRequest(PlanCompiler.compile(imported(POLICIES))))
                        .artifacts()) {
            text.append(artifact.text());
        }
        return text.toString();
    }

    @Test
    void readBackByOurselvesItGivesExactlyTheSameConnections() {
        ConnectivityTable before = table(imported(POLICIES));
        assertThat(before.toCsv())
                .contains("shop/web[Deployment],shop/api[Deployment],\"TCP 8080,9000-9010\"")
                .contains("ops/probe[Deployment],shop/api[Deployment],UDP 53")
                .doesNotContain("ops/batch[Deployment],shop/");
        assertThat(table(imported(exported())).toCsv()).isEqualTo(before.toCsv());
    }

    @Test
    void anIndependentAnalyzerSeesTheSameConnections(@TempDir Path folder) throws Exception {
        Optional<Path> nca = nca();
        Assumptions.assumeTrue(
                nca.isPresent(),
                "network-config-analyzer (nca) is not installed; what it sees was not compared.");
        Files.writeString(folder.resolve("workloads.yaml"), WORKLOADS);
        Files.writeString(folder.resolve("policies.yaml"), exported());
        String answer = run(nca.get(), folder);
        assertThat(seen(answer, PODS))
                .as("what nca answered: %s", answer)
                .isEqualTo(ours(table(imported(POLICIES))));
    }

    static List<SampleCluster> clusters() {
        return List.of(
                new SampleCluster(
                        "hybrid-bank",
                        "east",
                        List.of(
                                "edge/edge-gw -> pay/api tcp 8080",
                                "edge/edge-gw -> pay/cards tcp 8443",
                                "pay/api -> pay/cards tcp 8443",
                                "pay/api -> kube-system/coredns udp 53",
                                "pay/cards -> kube-system/coredns udp 53",
                                "edge/edge-gw -> kube-system/coredns tcp 53")),
                new SampleCluster(
                        "hybrid-bank",
                        "west",
                        List.of(
                                "ledger/batch -> ledger/core tcp 9000",
                                "istio-system/west-gw -> ledger/core tcp 9000")),
                new SampleCluster(
                        "boutique",
                        "cluster",
                        List.of(
                                "ingress-nginx/ingress-nginx -> storefront/frontend tcp 8080",
                                "storefront/frontend -> storefront/adverts tcp 9555",
                                "storefront/frontend -> catalogue/catalogue tcp 3550",
                                "storefront/frontend -> catalogue/recommendations tcp 8080",
                                "storefront/frontend -> basket/basket tcp 7070",
                                "storefront/frontend -> orders/checkout tcp 5050",
                                "catalogue/recommendations -> catalogue/catalogue tcp 3550",
                                "basket/basket -> basket/basket-store tcp 6379",
                                "orders/checkout -> basket/basket tcp 7070",
                                "orders/checkout -> catalogue/catalogue tcp 3550",
                                "orders/checkout -> orders/payment tcp 50051",
                                "orders/checkout -> orders/shipping tcp 50052",
                                "orders/checkout -> orders/currency tcp 7000")));
    }

    @ParameterizedTest
    @MethodSource("clusters")
    void anIndependentAnalyzerSeesWhatTheSampleIntends(SampleCluster sample, @TempDir Path folder)
            throws Exception {
        Optional<Path> nca = nca();
        Assumptions.assumeTrue(
                nca.isPresent(),
                "network-config-analyzer (nca) is not installed; the samples were not judged.");
        Files.writeString(folder.resolve("workloads.yaml"), sample.workloads());
        Files.writeString(folder.resolve("policies.yaml"), sample.policies());
        String answer = run(nca.get(), folder);
        Map<String, TrafficSet> seen = seen(answer, sample.pods());
        for (String intended : sample.intended()) {
            String[] words = intended.split(" ", -1);
            TrafficSet traffic = of(words[3].toUpperCase(Locale.ROOT), PortSet.parse(words[4]));
            TrafficSet possible = seen.getOrDefault(words[0] + " -> " + words[2], TrafficSet.NONE);
            assertThat(possible.intersection(traffic))
                    .as("%s in %s", intended, answer)
                    .isEqualTo(traffic);
        }
        assertThat(seen).as("read by ourselves").isEqualTo(ours(table(sample.readBack())));
    }

    private static Optional<Path> nca() {
        Stream<String> named =
                Stream.of(
                        System.getProperty("portolan.nca", ""),
                        System.getenv().getOrDefault("NCA", ""));
        Stream<String> path =
                Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator, -1))
                        .map(entry -> entry + File.separator + "nca");
        return Stream.concat(named.filter(n -> !n.isEmpty()), path)
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst();
    }

    private static String run(Path nca, Path folder) throws IOException, InterruptedException {
        String place = folder.toString();
        Process process =
                new ProcessBuilder(
                                nca.toString(),
                                "--connectivity",
                                place,
                                "-n",
                                place,
                                "-p",
                                place,
                                "-o",
                                "csv")
                        .redirectErrorStream(true)
                        .start();
        String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return text;
    }

    /// Rows name sets of pods of a namespace; `*` are all of it.
    private static Map<String, TrafficSet> seen(String csv, Map<String, List<String>> all) {
        Map<String, TrafficSet> seen = new TreeMap<>();
        for (String line : csv.lines().toList()) {
            List<String> fields = fields(line);
            if (fields.size() == 6
                    && fields.get(1).startsWith("[")
                    && fields.get(3).startsWith("[")) {
                for (String source : pods(all, fields.get(1), fields.get(2))) {
                    for (String destination : pods(all, fields.get(3), fields.get(4))) {
                        add(seen, source, destination, traffic(fields.get(5)));
                    }
                }
            }
        }
        return seen;
    }

    private static void add(
            Map<String, TrafficSet> to, String source, String destination, TrafficSet traffic) {
        if (!source.equals(destination)) {
            to.merge(
                    source + " -> " + destination,
                    traffic.intersection(COMPARED),
                    TrafficSet::union);
        }
    }

    private static List<String> fields(String line) {
        List<String> fields = new ArrayList<>();
        Matcher matcher = Pattern.compile("\"([^\"]*)\"").matcher(line);
        while (matcher.find()) {
            fields.add(matcher.group(1));
        }
        return fields;
    }

    private static List<String> pods(
            Map<String, List<String>> all, String namespaces, String names) {
        List<String> pods = new ArrayList<>();
        for (String namespace : listed(namespaces)) {
            all.getOrDefault(namespace, List.of()).stream()
                    .filter(pod -> names.equals("[*]") || listed(names).contains(pod))
                    .forEach(pod -> pods.add(namespace + "/" + pod));
        }
        return pods;
    }

    private static List<String> listed(String text) {
        return List.of(text.replaceAll("[\\[\\] ]", "").split(",", -1));
    }

    private static TrafficSet traffic(String words) {
        if (words.equals("All connections")) {
            return TrafficSet.ALL;
        }
        TrafficSet traffic = TrafficSet.NONE;
        Matcher matcher = PORTS.matcher(words);
        while (matcher.find()) {
            PortSet ports =
                    matcher.group(2) == null ? PortSet.ALL : PortSet.parse(matcher.group(2));
            for (String protocol : matcher.group(1).replace(" ", "").split(",", -1)) {
                traffic = traffic.union(of(protocol, ports));
            }
        }
        return traffic;
    }

    private static TrafficSet of(String protocol, PortSet ports) {
        return new TrafficSet(
                protocol.equals("TCP") ? ports : PortSet.NONE,
                protocol.equals("UDP") ? ports : PortSet.NONE,
                protocol.equals("SCTP") ? ports : PortSet.NONE,
                false);
    }

    private static Map<String, TrafficSet> ours(ConnectivityTable table) {
        Map<String, TrafficSet> ours = new TreeMap<>();
        for (ConnectivityTable.Row row : table.rows()) {
            if (!(row.source() + row.destination()).contains("[External]")) {
                String kind = "\\[Deployment]";
                add(
                        ours,
                        row.source().replaceAll(kind, ""),
                        row.destination().replaceAll(kind, ""),
                        row.traffic());
            }
        }
        return ours;
    }
}
