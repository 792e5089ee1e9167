package io.portolan.exporters.spi;

import java.util.List;

/// The files, and what the language could not say. Nothing is dropped in silence.
public record ExportResult(List<Artifact> artifacts, List<Gap> gaps) {
    public ExportResult {
        artifacts = List.copyOf(artifacts);
        gaps = List.copyOf(gaps);
    }
}
