package io.portolan.exporters.conformance;

import io.portolan.exporters.kubernetes.KubernetesImporter;
import io.portolan.exporters.spi.ImportResult;
import io.portolan.exporters.spi.SourceFiles;
import io.portolan.model.compile.PlanCompiler;
import io.portolan.model.design.Design;
import io.portolan.model.reach.Reachability;
import io.portolan.model.report.ConnectivityTable;

import org.junit.jupiter.api.Assumptions;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/// Where the data is, and the product's answer for a folder of it.
final class Conformance {
    private static final Path ROOT = Path.of("..", "..", "shared", "conformance");

    private Conformance() {}

    /// A folder of the data; the test is skipped where it is absent.
    static Path folder(String name) {
        Path folder = ROOT.resolve(name);
        Assumptions.assumeTrue(
                Files.isDirectory(folder),
                () ->
                        "The conformance data (%s) is not there; nothing was compared."
                                .formatted(folder));
        return folder;
    }

    static List<Path> folders(Path parent) {
        try (Stream<Path> all = Files.list(parent)) {
            return all.filter(Files::isDirectory).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static ImportResult imported(Path folder) {
        SourceFiles.Found found =
                SourceFiles.read(List.of(folder), List.of(".yaml", ".yml", ".json"));
        return new KubernetesImporter().read(found.sources());
    }

    static ConnectivityTable table(Path folder, ConnectivityTable.Scope scope) {
        Design design = imported(folder).design();
        return ConnectivityTable.of(
                design, Reachability.of(PlanCompiler.compile(design)).relation(), scope);
    }

    static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The cases on a list, with the reason that each is there: one `case: reason` a line.
    static Map<String, String> listed(String list) {
        try (InputStream stream = Conformance.class.getResourceAsStream(list)) {
            Map<String, String> reasons = new TreeMap<>();
            if (stream != null) {
                new String(stream.readAllBytes(), StandardCharsets.UTF_8)
                        .lines()
                        .filter(line -> !line.isBlank() && !line.startsWith("#"))
                        .map(line -> line.split(": ", 2))
                        .forEach(words -> reasons.put(words[0], words[1]));
            }
            return reasons;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
