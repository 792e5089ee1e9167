package io.portolan.model.format;

import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.model.change.Change;
import io.portolan.model.design.Design;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.yaml.snakeyaml.parser.ParserImpl;

import tools.jackson.core.json.JsonFactory;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

@Timeout(120)
class KilledProcessTest {
    private static final int STEPS = 12;

    @TempDir Path folder;

    private Path file;

    @BeforeEach
    void drawDesign() throws IOException {
        file = folder.resolve("bank.portolan.yaml");
        Files.writeString(file, "portolan: 1\n# drawn by hand\nname: bank\n");
    }

    /// Lets another process do some steps and kills it in the middle of the next one.
    private int killed(String what) throws IOException, InterruptedException, URISyntaxException {
        Process process =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-XX:TieredStopAtLevel=1",
                                "-Xshare:auto",
                                "-cp",
                                classPath(),
                                EditingProcess.class.getName(),
                                what,
                                file.toString())
                        .redirectError(ProcessBuilder.Redirect.INHERIT)
                        .start();
        int said = 0;
        try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
            while (said < STEPS) {
                String line = lines.readLine();
                assertThat(line).as("a line of the process").isNotNull();
                said = Integer.parseInt(String.valueOf(line));
            }
        } finally {
            process.destroyForcibly();
            assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        }
        return said;
    }

    private static String classPath() throws URISyntaxException {
        List<String> parts = new ArrayList<>();
        for (Class<?> type :
                List.of(
                        EditingProcess.class,
                        Design.class,
                        ParserImpl.class,
                        JsonFactory.class,
                        org.jspecify.annotations.NullMarked.class)) {
            parts.add(
                    Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI())
                            .toString());
        }
        return String.join(java.io.File.pathSeparator, parts);
    }

    @Test
    void everyChangeThatWasNotedIsRecovered() throws Exception {
        int noted = killed("journal");
        Recovery recovery = Journal.of(file).recover().orElseThrow();
        assertThat(recovery.changes()).hasSizeGreaterThanOrEqualTo(noted);
        assertThat(recovery.changes().subList(0, noted))
                .isEqualTo(
                        IntStream.rangeClosed(1, noted)
                                .<Change>mapToObj(EditingProcess::rename)
                                .toList());
        assertThat(recovery.fileChangedSince()).isFalse();
        assertThat(Files.readString(file)).contains("name: bank");
    }

    @Test
    void fileIsWholeWheneverTheSavingProcessDies() throws Exception {
        int saved = killed("save");
        LoadedDesign loaded = DesignStore.load(file);
        assertThat(loaded.problems()).isEmpty();
        int name = Integer.parseInt(loaded.design().orElseThrow().name().replace("name ", ""));
        assertThat(name).isBetween(saved, saved + 100_000);
        assertThat(Files.readString(file)).contains("# drawn by hand");
        for (Path backup : DesignStore.backups(file)) {
            assertThat(DesignReader.read(Files.readAllBytes(backup)).problems()).isEmpty();
        }
    }
}
