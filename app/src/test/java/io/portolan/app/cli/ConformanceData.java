package io.portolan.app.cli;

import io.portolan.model.format.YamlNode;
import io.portolan.model.format.YamlReader;

import org.junit.jupiter.api.Assumptions;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// Other projects' manifests with their answers, beside the checkout; tests that need them are
/// skipped where they are absent.
final class ConformanceData {
    private static final Path ROOT = Path.of("..", "..", "shared", "conformance");

    private ConformanceData() {}

    static Path family(String name) {
        Path folder = ROOT.resolve(name);
        Assumptions.assumeTrue(
                Files.isDirectory(folder),
                () ->
                        "The conformance data (%s) is not there; nothing was compared."
                                .formatted(folder));
        return folder;
    }

    static List<Path> entries(Path folder, String ending) {
        try (Stream<Path> all = Files.list(folder)) {
            return all.filter(path -> path.toString().endsWith(ending)).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static YamlNode.Mapping json(Path file) {
        try {
            return (YamlNode.Mapping) YamlReader.readAll(Files.readString(file)).getFirst();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String text(YamlNode.Mapping from, String key) {
        return from.find(key).map(ConformanceData::text).orElse("");
    }

    private static String text(YamlNode node) {
        return node instanceof YamlNode.Scalar scalar ? scalar.text() : "";
    }

    static List<YamlNode> items(YamlNode.Mapping from, String key) {
        return from.find(key)
                .filter(YamlNode.Sequence.class::isInstance)
                .map(node -> ((YamlNode.Sequence) node).items())
                .orElse(List.of());
    }

    static List<String> texts(YamlNode.Mapping from, String key) {
        return items(from, key).stream().map(ConformanceData::text).toList();
    }
}
