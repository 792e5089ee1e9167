package io.portolan.exporters.spi;

import io.portolan.model.design.Design;

import java.util.List;

/// What was understood (elements, and policies as rules of the design's observed plan), what was
/// kept out, and what is invalid in the source.
public record ImportResult(Design design, List<Ignored> ignored, List<Problem> problems) {
    public ImportResult {
        ignored = List.copyOf(ignored);
        problems = List.copyOf(problems);
    }

    /// Something of the source that is not part of a design, by its kind.
    public record Ignored(String kind, String name, String file, int line, String why) {}

    /// Something that the platform itself would refuse, or that cannot be read. `object` is `Kind
    /// ns/name` where known.
    public record Problem(String object, String file, int line, int column, String message) {}
}
