package io.portolan.app.service;

import io.portolan.exporters.Dialects;
import io.portolan.exporters.spi.Artifact;
import io.portolan.exporters.spi.ExportRequest;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// Derives what every target needs from an analysed design, and writes it.
public final class ExportService {
    private ExportService() {}

    /// What each target that can be written would be given, by the order of dialects, then the
    /// products of the design that cannot be written.
    public static List<TargetPreview> preview(Analysis analysis) {
        ExportRequest request = new ExportRequest(analysis.compiled());
        Stream<TargetPreview> written =
                Dialects.all().stream()
                        .flatMap(dialect ->
                                dialect.exporter().stream()
                                        .map(e -> new TargetPreview(dialect, e.export(request))));
        return Stream.concat(written, Uncovered.of(analysis.design()).stream()).toList();
    }

    /// Writes the artifacts, each file whole or not at all. What is applied together (all manifests
    /// of a namespace) lies together.
    ///
    /// @return the files, in the order written
    public static List<Path> write(Path folder, List<TargetPreview> targets, Progress progress) {
        List<Path> written = new ArrayList<>();
        long total = targets.stream().mapToLong(t -> t.result().artifacts().size()).sum();
        for (TargetPreview target : targets) {
            for (Artifact artifact : target.result().artifacts()) {
                if (progress.cancelled()) {
                    return written;
                }
                Path file = folder.resolve(artifact.path());
                OutputFile.write(file, artifact.text());
                written.add(file);
                progress.report(
                        folder.relativize(file).toString(), written.size() / (double) total);
            }
        }
        return written;
    }
}
