package io.portolan.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

class PortolanCommandTest {
    private static final String BANK = "../samples/designs/hybrid-bank/hybrid-bank.portolan.yaml";
    private static final String TODAY = "2026-11-23";

    @TempDir Path folder = Path.of("");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "validate",
                "export",
                "import",
                "connectivity",
                "can",
                "diff",
                "explain",
                "render",
                "rules",
                "targets",
                "schema"
            })
    void everyCommandExplainsItself(String command) {
        assertThat(PortolanCommand.commandLine(command).getSubcommands())
                .as("others are not even made")
                .containsOnlyKeys(command);
        Ran run = Ran.of(command, "--help");
        assertThat(run.code()).isZero();
        assertThat(run.out()).startsWith("Usage: portolan " + command).contains("--help");
    }

    @Test
    void targetsTellByWhomEachWasProven() {
        Ran list = Ran.of("targets");
        assertThat(list.code()).isZero();
        assertThat(list.out())
                .contains("nftables", "proven by the real program", "by structure only");
        assertThat(Ran.of("targets", "nftables").out())
                .startsWith("# nftables (Linux)\n")
                .contains("## Who judged it", "## What becomes a gap");
        assertThat(Ran.of("targets", "no-such").code()).isEqualTo(2);
    }

    @Test
    void findingsMakeValidateFail() {
        Ran run = Ran.of("validate", BANK, "--today", TODAY);
        assertThat(run.code()).isEqualTo(1);
        assertThat(run.out()).startsWith("hybrid-bank: ").contains("FLW-001");
    }

    @Test
    void timingsStandBesideTheAnswer() {
        Ran plain = Ran.of("connectivity", BANK);
        Ran timed = Ran.of("connectivity", BANK, "--timings");
        assertThat(timed.out()).isEqualTo(plain.out());
        assertThat(plain.err()).doesNotContain("processors");
        assertThat(timed.err())
                .contains("reading", "compiling", "relation", "table", "writing", "whole process");
        assertThat(Ran.of("validate", BANK, "--timings").err()).contains("reading", "rules");
    }

    @Test
    void aDesignWithoutFindingsIsClean() throws IOException {
        Path design = write("empty.portolan.yaml", "portolan: 1\nname: empty\n");
        assertThat(Ran.of("validate", design.toString()).code()).isZero();
    }

    @Test
    void whatAnAnswerRestsOnIsSaidBesideIt() throws IOException {
        Path manifest =
                write(
                        "closed.yaml",
                        """
                        apiVersion: security.istio.io/v1
                        kind: AuthorizationPolicy
                        metadata: {name: nobody, namespace: shop}
                        """);
        Ran run = Ran.of("connectivity", manifest.toString(), "--format", "csv");
        assertThat(run.out()).isEqualTo("src,dst,conn\n");
        assertThat(run.err())
                .startsWith("assumed: every TCP connection")
                .contains("(cluster/istio)");
    }

    @Test
    void connectivityTellsWhatOnlySomeRequestsMayDo() throws IOException {
        Path manifest =
                write(
                        "get.yaml",
                        """
                        apiVersion: v1
                        kind: Pod
                        metadata: {name: api, namespace: shop}
                        ---
                        apiVersion: security.istio.io/v1
                        kind: AuthorizationPolicy
                        metadata: {name: reads, namespace: shop}
                        spec: {rules: [{to: [{operation: {methods: [GET], ports: ['80']}}]}]}
                        """);
        String all = "0.0.0.0-255.255.255.255[External],shop/api[Pod],";
        assertThat(Ran.of("connectivity", manifest.toString(), "--format", "csv").out())
                .contains(all + "\"SCTP 1-65535,UDP 1-65535\"\n")
                .doesNotContain("GET");
        assertThat(Ran.of("connectivity", manifest.toString(), "--format", "csv", "--l7").out())
                .startsWith("src,dst,conn,l7\n")
                .contains(all + "TCP 80,methods=GET\n");
    }

    @Test
    void everyProblemOfABadFileIsSaidWithItsPlace() throws IOException {
        Path design =
                write(
                        "bad.portolan.yaml",
                        """
                        portolan: 1
                        name: bad
                        elements:
                          v2:
                            kind: vlan
                            label: two
                            tag: 5000
                          v3:
                            kind: vlam
                            label: three
                        """);
        Ran run = Ran.of("validate", design.toString());
        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err())
                .contains("bad.portolan.yaml:")
                .contains("The VLAN tag (5000) of v2 must be in 1..4094.")
                .contains("vlam")
                .doesNotContain("Exception");
    }

    @Test
    void aMissingFileIsSaid() {
        Ran run = Ran.of("validate", "no-such.portolan.yaml");
        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).contains("no-such.portolan.yaml does not exist.");
    }

    @Test
    void anUnknownOptionIsAUsageError() {
        assertThat(Ran.of("validate", "--nonsense").code()).isEqualTo(2);
    }

    @Test
    void exportWritesTheSameBytesTwice() throws IOException {
        Ran first =
                Ran.of("export", BANK, "--today", TODAY, "--out", folder.resolve("a").toString());
        Ran second =
                Ran.of("export", BANK, "--today", TODAY, "--out", folder.resolve("b").toString());
        assertThat(first.code()).isZero();
        assertThat(second.code()).isZero();
        assertThat(contents(folder.resolve("a")))
                .isEqualTo(contents(folder.resolve("b")))
                .containsKeys("picture.svg", "review.html", "review.sarif", "findings.txt");
    }

    @Test
    void theReviewPageNeedsNothingFromOutside() throws IOException {
        Ran.of("export", BANK, "--today", TODAY, "--out", folder.toString());
        String page = Files.readString(folder.resolve("review.html"));
        assertThat(page)
                .startsWith("<!DOCTYPE html>")
                .endsWith("</html>\n")
                .doesNotContainPattern("(src|href)=\"(https?:|//)")
                .contains("FLOW-0031", "<summary class=\"OK\">Denied, as it shall be");
    }

    @Test
    void anUnknownTargetIsRefusedWithTheKnownOnes() {
        Ran run = Ran.of("export", BANK, "--target", "punchcards", "--out", folder.toString());
        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err())
                .contains("There is no target (punchcards). There are: ", "networkpolicy");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void whatIsImportedCanBeValidated() throws IOException {
        write("shop.yaml", MANIFEST);
        Path design = folder.resolve("shop.portolan.yaml");
        Ran imported =
                Ran.of("import", "kubernetes", folder.toString(), "--out", design.toString());
        assertThat(imported.code()).isZero();
        assertThat(imported.out()).contains("1 policies", "kept out: 1 of kind ConfigMap");
        assertThat(Ran.of("validate", design.toString()).code()).isLessThan(2);
        assertThat(
                        Ran.of(
                                        "import",
                                        "kubernetes",
                                        folder.toString(),
                                        "--out",
                                        design.toString())
                                .err())
                .contains("exists already");
    }

    @Test
    void canSaysOneWord() throws IOException {
        write("shop.yaml", MANIFEST);
        assertThat(can("shop/web", "shop/db", "5432").out()).isEqualTo("allow\n");
        assertThat(can("shop/web", "shop/db", "22").out()).isEqualTo("deny\n");
        assertThat(can("shop/db", "shop/web", "80").out()).isEqualTo("allow\n");
    }

    private Ran can(String from, String to, String port) {
        return Ran.of(
                "can",
                folder.toString(),
                "--from",
                from,
                "--to",
                to,
                "--port",
                port,
                "--protocol",
                "tcp");
    }

    @Test
    void everyReportSaysThatItHoldsForNewConnections() {
        assertThat(Ran.of("explain", BANK, "--flow", "FLOW-0031").out()).contains("new connection");
        for (String format : List.of("text", "json", "sarif")) {
            assertThat(Ran.of("validate", BANK, "--format", format).out())
                    .as(format)
                    .contains("new connection");
        }
        assertThat(Ran.of("connectivity", BANK, "--format", "json").out())
                .contains("new connection");
        assertThat(Ran.of("diff", BANK, BANK, "--format", "json").out()).contains("new connection");
        for (String command : List.of("can", "connectivity", "diff")) {
            assertThat(Ran.of(command, "--help").out()).as(command).contains("new connection");
        }
    }

    @Test
    void explainNamesTheDecidingRuleWithItsLine() throws IOException {
        write("shop.yaml", MANIFEST);
        Ran run =
                Ran.of(
                        "explain",
                        folder.toString(),
                        "--from",
                        "shop/web",
                        "--to",
                        "shop/db",
                        "--port",
                        "5432");
        assertThat(run.code()).isZero();
        assertThat(run.out()).contains("Allowed on every layer", "shop.yaml:");
    }

    @Test
    void connectivityListsPairs() throws IOException {
        write("shop.yaml", MANIFEST);
        assertThat(Ran.of("connectivity", folder.toString(), "--format", "csv").out())
                .startsWith("src,dst,conn\n")
                .contains("shop/web[Deployment],shop/db[StatefulSet],TCP 5432");
    }

    @Test
    void picturesAreDrawnInEveryFormat() throws IOException {
        for (String ending : new String[] {"svg", "png", "pdf"}) {
            Path file = folder.resolve("bank." + ending);
            assertThat(Ran.of("render", BANK, "--out", file.toString()).code()).isZero();
            assertThat(Files.size(file)).isGreaterThan(10_000);
        }
        assertThat(Ran.of("render", BANK, "--out", folder.resolve("x.bmp").toString()).code())
                .isEqualTo(2);
    }

    @Test
    void rulesHavePages() {
        assertThat(Ran.of("rules").out()).contains("FLW-001  error");
        assertThat(Ran.of("rules", "flw-001").out()).startsWith("# FLW-001");
        assertThat(Ran.of("rules", "XXX-999").code()).isEqualTo(2);
    }

    @Test
    void theSchemaIsJson() {
        assertThat(Ran.of("schema").out()).startsWith("{").contains("\"$schema\"");
    }

    private Path write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    private static Map<String, String> contents(Path folder) throws IOException {
        Map<String, String> all = new TreeMap<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                all.put(
                        folder.relativize(file).toString(),
                        new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1));
            }
        }
        return all;
    }

    private static final String MANIFEST =
            """
            apiVersion: apps/v1
            kind: Deployment
            metadata: {name: web, namespace: shop}
            spec:
              template:
                metadata: {labels: {app: web}}
                spec: {containers: [{name: c, ports: [{containerPort: 80}]}]}
            ---
            apiVersion: apps/v1
            kind: StatefulSet
            metadata: {name: db, namespace: shop}
            spec:
              template:
                metadata: {labels: {app: db}}
                spec: {containers: [{name: c, ports: [{containerPort: 5432}]}]}
            ---
            apiVersion: networking.k8s.io/v1
            kind: NetworkPolicy
            metadata: {name: db, namespace: shop}
            spec:
              podSelector: {matchLabels: {app: db}}
              ingress:
              - from: [{podSelector: {matchLabels: {app: web}}}]
                ports: [{port: 5432}]
            ---
            apiVersion: v1
            kind: ConfigMap
            metadata: {name: settings, namespace: shop}
            """;
}
