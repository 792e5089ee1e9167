package io.portolan.exporters.firewall.nftables;

import static io.portolan.exporters.FirewallDesign.exported;
import static io.portolan.exporters.FirewallDesign.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.portolan.exporters.SampleDesigns;
import io.portolan.exporters.spi.Artifact;
import io.portolan.exporters.spi.ExportRequest;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// The program that will load the file says whether it can, in a network namespace of its own.
class NftProgramTest {
    @TempDir private Path folder;

    private record Ran(int status, String output) {}

    @BeforeEach
    void needsTheProgram() throws Exception {
        assumeTrue(
                Stream.of("/usr/sbin/nft", "/sbin/nft", "/usr/bin/nft")
                        .anyMatch(p -> Files.isExecutable(Path.of(p))),
                "nft is missing: install the package nftables to have its files checked by it");
        assumeTrue(
                run("unshare", "-n", "nft", "list", "ruleset").status() == 0,
                "nft is there, but this user may not make a network namespace (unshare -n): run as"
                        + " root");
    }

    @Test
    void nftAcceptsTheFile() throws Exception {
        Path file = written(NftablesTest.RULES, flow("F1", "db", "tcp", "5432,8000-8080"));
        Ran checked = run("unshare", "-n", "nft", "-c", "-f", file.toString());
        assertThat(checked.output()).isEmpty();
        assertThat(checked.status()).isZero();
    }

    @ParameterizedTest
    @MethodSource("io.portolan.exporters.SampleDesigns#names")
    void nftAcceptsTheFilesOfTheSamples(String sample) throws Exception {
        List<Artifact> artifacts =
                Nftables.dialect()
                        .exporter()
                        .orElseThrow()
                        .export(new ExportRequest(SampleDesigns.compiled(sample)))
                        .artifacts();
        assertThat(artifacts).isNotEmpty();
        for (Artifact artifact : artifacts) {
            Path file = Files.writeString(folder.resolve("sample.nft"), artifact.text());
            Ran checked = run("unshare", "-n", "nft", "-c", "-f", file.toString());
            assertThat(checked.output()).as(artifact.path()).isEmpty();
            assertThat(checked.status()).isZero();
        }
    }

    @Test
    void loadedTwiceItIsTheSame() throws Exception {
        Path file = written(NftablesTest.RULES, flow("F1", "db", "tcp", "5432"));
        Ran loaded =
                run(
                        "unshare",
                        "-n",
                        "sh",
                        "-c",
                        """
                        set -e
                        nft -f %1$s
                        nft -s list ruleset > %1$s.1
                        nft -f %1$s
                        nft -s list ruleset > %1$s.2
                        cmp %1$s.1 %1$s.2
                        """
                                .formatted(file));
        assertThat(loaded.output()).isEmpty();
        assertThat(loaded.status()).isZero();
        assertThat(Files.readString(Path.of(file + ".2")))
                .contains("policy drop", "flow:F1", "dnat ip to 10.2.0.10:5432", "masquerade");
    }

    private Path written(String rules, String... flows) throws IOException {
        String text = exported("nftables", rules, flows).artifacts().getFirst().text();
        return Files.writeString(folder.resolve("fw.nft"), text);
    }

    private static Ran run(String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(List.of(command)).redirectErrorStream(true).start();
        process.getOutputStream().close();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        return new Ran(process.exitValue(), output);
    }
}
