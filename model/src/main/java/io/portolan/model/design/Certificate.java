package io.portolan.model.design;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/// A certificate that a listener shows; keys are never part of a design.
public record Certificate(String name, List<String> names, Optional<LocalDate> expires) {
    public Certificate {
        names = List.copyOf(names);
    }
}
