package io.portolan.model.rule.builtin.remedy;

import io.portolan.model.change.Change;

import java.util.List;
import java.util.Optional;

/// What would have to be added at each stage for a flow to be what it is wanted to be, and all that
/// can be added of it as one change.
public record Advice(List<Remedy> remedies, Optional<Change> change) {
    public static final Advice NONE = new Advice(List.of(), Optional.empty());

    public Advice {
        remedies = List.copyOf(remedies);
    }
}
