package io.portolan.model.format;

import io.portolan.model.design.Layout;

import java.util.List;
import java.util.Optional;

/// What reading a layout file gave: the positions, or the problems that stand against them.
public record ReadLayout(Optional<Layout> layout, List<Problem> problems) {
    public ReadLayout {
        problems = List.copyOf(problems);
    }
}
