package io.portolan.exporters.firewall.nftables;

import static io.portolan.exporters.FirewallDesign.exported;
import static io.portolan.exporters.FirewallDesign.flow;

import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.exporters.SampleDesigns;
import io.portolan.exporters.netns.Programs;
import io.portolan.exporters.netns.Ran;
import io.portolan.exporters.spi.Artifact;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// The program that will load the file says whether it can, in a network namespace of its own.
class NftProgramTest {
    @TempDir private Path folder;

    @BeforeEach
    void needsTheProgram() {
        Programs.require("nft", "nftables");
        Programs.requireNamespaces();
    }

    @Test
    void nftAcceptsTheFile() throws IOException {
        Path file = written(NftablesTest.RULES, flow("F1", "db", "tcp", "5432,8000-8080"));
        Ran checked = Ran.of("unshare", "-n", "nft", "-c", "-f", file.toString());
        assertThat(checked.output()).isEmpty();
        assertThat(checked.status()).isZero();
    }

    @ParameterizedTest
    @MethodSource("io.portolan.exporters.SampleDesigns#names")
    void nftAcceptsTheFilesOfTheSamples(String sample) throws IOException {
        List<Artifact> artifacts = SampleDesigns.exported("nftables", sample).artifacts();
        for (Artifact artifact : artifacts) {
            Path file = Files.writeString(folder.resolve("sample.nft"), artifact.text());
            Ran checked = Ran.of("unshare", "-n", "nft", "-c", "-f", file.toString());
            assertThat(checked.output()).as(artifact.path()).isEmpty();
            assertThat(checked.status()).isZero();
        }
    }

    @Test
    void loadedTwiceItIsTheSame() throws IOException {
        Path file = written(NftablesTest.RULES, flow("F1", "db", "tcp", "5432"));
        Ran loaded =
                Ran.of(
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
}
