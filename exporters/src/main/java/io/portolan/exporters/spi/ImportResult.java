package io.portolan.exporters.spi;

import io.portolan.model.design.Design;
import io.portolan.model.design.ElementId;

import java.util.List;
import java.util.Map;

/// What was understood (elements, and policies as rules of the design's observed plan), what was
/// kept out, and what is invalid in the source. `aliases`: by what names the source calls parts of
/// an element that have none in the design (`shop/web-5d9c-x7k2` is a pod of `web`).
public record ImportResult(
        Design design,
        List<Ignored> ignored,
        List<Problem> problems,
        Map<String, ElementId> aliases) {
    public ImportResult {
        ignored = List.copyOf(ignored);
        problems = List.copyOf(problems);
        aliases = Map.copyOf(aliases);
    }

    /// Something of the source that is not part of a design, by its kind.
    public record Ignored(String kind, String name, String file, int line, String why) {}

    /// Something that the platform itself would refuse, or that cannot be read. `object` is `Kind
    /// ns/name` where known.
    public record Problem(String object, String file, int line, int column, String message) {}
}
