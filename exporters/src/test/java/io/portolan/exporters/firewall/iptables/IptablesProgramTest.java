package io.portolan.exporters.firewall.iptables;

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

/// The programs that will load the files say whether they can, in a network namespace of their own.
class IptablesProgramTest {
    @TempDir private Path folder;

    @BeforeEach
    void needsThePrograms() {
        Programs.require("iptables-restore", "iptables");
        Programs.require("ip6tables-restore", "iptables");
        Programs.requireNamespaces();
    }

    @Test
    void theProgramsAcceptTheFiles() throws IOException {
        String ports = "1,3,5,7,9,11,13,15-16,18,20,22,24,26,28,30-31,65535";
        String flow = flow("F1", "db", "tcp", ports);
        accepted(exported("iptables", IptablesTest.RULES, flow).artifacts());
    }

    @ParameterizedTest
    @MethodSource("io.portolan.exporters.SampleDesigns#names")
    void theProgramsAcceptTheFilesOfTheSamples(String sample) throws IOException {
        accepted(SampleDesigns.exported("iptables", sample).artifacts());
    }

    private void accepted(List<Artifact> artifacts) throws IOException {
        for (Artifact artifact : artifacts) {
            Ran checked = Ran.of("unshare", "-n", program(artifact), "--test", written(artifact));
            assertThat(checked.output()).as(artifact.path()).isEmpty();
            assertThat(checked.status()).isZero();
        }
    }

    @Test
    void loadedTwiceItIsTheSame() throws IOException {
        String flow = flow("F1", "db", "tcp", "5432");
        List<Artifact> files = exported("iptables", IptablesTest.RULES, flow).artifacts();
        assertThat(loadedTwice(files.get(0)))
                .contains(
                        ":FORWARD DROP",
                        "flow:F1",
                        "--to-destination 10.2.0.10:5432",
                        "-j MASQUERADE",
                        "--set-xmark 0x10000/0xffff0000");
        assertThat(loadedTwice(files.get(1)))
                .contains(":FORWARD DROP", "--to-destination [2001:db8:1::a]:5432");
    }

    /// What the kernel holds then.
    private String loadedTwice(Artifact artifact) throws IOException {
        String file = written(artifact);
        String script =
                """
                set -e
                %1$s %3$s
                %2$s | grep -v '^#' > %3$s.1
                %1$s %3$s
                %2$s | grep -v '^#' > %3$s.2
                cmp %3$s.1 %3$s.2
                """
                        .formatted(
                                program(artifact),
                                program(artifact).replace("restore", "save"),
                                file);
        assertThat(Ran.ok("unshare", "-n", "sh", "-c", script)).isEmpty();
        return Files.readString(Path.of(file + ".2"));
    }

    private static String program(Artifact artifact) {
        return artifact.path().endsWith("v6") ? "ip6tables-restore" : "iptables-restore";
    }

    private String written(Artifact artifact) throws IOException {
        String name = artifact.path().replace('/', '-');
        return Files.writeString(folder.resolve(name), artifact.text()).toString();
    }
}
