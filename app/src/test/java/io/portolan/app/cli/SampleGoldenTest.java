package io.portolan.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.samples.Sample;
import io.portolan.samples.SampleCatalogue;

import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/// What `validate` and `export` write for the samples, byte by byte; `-Dgolden.update` accepts what
/// they write now.
class SampleGoldenTest {
    private static final Path GOLDEN = Path.of("src", "test", "resources", "golden");
    private static final String DAY = "2026-11-23";

    /// The picture, and the pages that show it, have tests of their own.
    private static final List<String> OTHERS = List.of(".svg", ".html", ".sarif");

    @TempDir private Path folder;

    static List<String> samples() {
        return SampleCatalogue.all().stream().map(Sample::name).toList();
    }

    @ParameterizedTest
    @MethodSource("samples")
    void everyTextIsTheAcceptedOne(String sample) throws IOException {
        SequencedMap<String, String> written = written(sample);
        Path golden = GOLDEN.resolve(sample);
        if (System.getProperty("golden.update") != null) {
            accept(golden, written);
        }
        SequencedMap<String, String> accepted = texts(golden);
        assertThat(written.keySet())
                .as("left over or missing; look, then run once with -Dgolden.update")
                .containsExactlyElementsOf(accepted.keySet());
        written.forEach((path, text) -> assertThat(text).as(path).isEqualTo(accepted.get(path)));
    }

    private SequencedMap<String, String> written(String sample) throws IOException {
        String design = "../samples/designs/%1$s/%1$s.portolan.yaml".formatted(sample);
        Ran export = Ran.of("export", design, "--out", folder.toString(), "--today", DAY);
        assertThat(export.err()).isEmpty();
        assertThat(export.code()).isZero();
        SequencedMap<String, String> written = texts(folder);
        written.put("validate.txt", Ran.of("validate", design, "--today", DAY).out());
        return written;
    }

    private static SequencedMap<String, String> texts(Path root) throws IOException {
        SequencedMap<String, String> texts = new TreeMap<>();
        for (Path file : files(root)) {
            String path = root.relativize(file).toString().replace('\\', '/');
            if (OTHERS.stream().noneMatch(path::endsWith)) {
                texts.put(path, Files.readString(file));
            }
        }
        return texts;
    }

    private static List<Path> files(Path root) throws IOException {
        try (Stream<Path> all = Files.exists(root) ? Files.walk(root) : Stream.of()) {
            return all.filter(Files::isRegularFile).toList();
        }
    }

    private static void accept(Path golden, SequencedMap<String, String> written)
            throws IOException {
        for (Path old : files(golden).stream().sorted(Comparator.reverseOrder()).toList()) {
            Files.delete(old);
        }
        for (var text : written.entrySet()) {
            Path file = golden.resolve(text.getKey());
            Files.createDirectories(file.getParent());
            Files.writeString(file, text.getValue());
        }
    }
}
