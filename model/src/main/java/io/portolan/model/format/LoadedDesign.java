package io.portolan.model.format;

import io.portolan.model.design.Design;

import java.util.List;
import java.util.Optional;

/// What a design file and the layout file beside it hold. A layout that cannot be read costs the
/// positions, not the design.
public record LoadedDesign(
        Optional<Design> design,
        List<Problem> problems,
        List<Problem> layoutProblems,
        SourceMap sources) {
    public LoadedDesign {
        problems = List.copyOf(problems);
        layoutProblems = List.copyOf(layoutProblems);
    }
}
