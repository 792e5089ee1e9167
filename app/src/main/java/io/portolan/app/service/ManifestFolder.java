package io.portolan.app.service;

import io.portolan.exporters.Dialects;
import io.portolan.exporters.spi.ImportResult;
import io.portolan.exporters.spi.Importer;
import io.portolan.exporters.spi.SourceFiles;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Imports Kubernetes manifests from files and folders.
public final class ManifestFolder {
    private static final List<String> ENDINGS = List.of(".yaml", ".yml", ".json");

    private ManifestFolder() {}

    /// Reads everything below the given folders; what cannot be read is among the problems.
    public static ImportResult read(List<Path> inputs) {
        Importer importer =
                Dialects.find("kubernetes")
                        .flatMap(dialect -> dialect.importer())
                        .orElseThrow(() ->
                                new IllegalStateException("the Kubernetes importer is missing"));
        SourceFiles.Found found = SourceFiles.read(inputs, ENDINGS);
        ImportResult result = importer.read(found.sources());
        List<ImportResult.Problem> problems = new ArrayList<>(found.problems());
        problems.addAll(result.problems());
        return new ImportResult(result.design(), result.ignored(), problems, result.aliases());
    }

    /// `file:line:column: object: message`.
    public static String message(ImportResult.Problem problem) {
        String object = problem.object().isEmpty() ? "" : problem.object() + ": ";
        return "%s:%d:%d: %s%s"
                .formatted(
                        problem.file(),
                        problem.line(),
                        problem.column(),
                        object,
                        problem.message());
    }
}
