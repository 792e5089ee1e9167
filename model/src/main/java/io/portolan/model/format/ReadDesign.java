package io.portolan.model.format;

import io.portolan.model.design.Design;

import java.util.List;
import java.util.Optional;

/// What reading a design file gave: the design (without its layout), or the problems that stand
/// against it. `sources` knows the lines either way, as far as the text could be read.
public record ReadDesign(Optional<Design> design, List<Problem> problems, SourceMap sources) {
    public ReadDesign {
        problems = List.copyOf(problems);
    }

    static ReadDesign failed(Malformed malformed) {
        return new ReadDesign(
                Optional.empty(),
                List.of(Problem.at(malformed.at(), "", String.valueOf(malformed.getMessage()))),
                SourceMap.NONE);
    }
}
