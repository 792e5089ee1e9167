package io.portolan.model.rule.builtin.remedy;

import io.portolan.model.change.Change;
import io.portolan.model.reach.Hop;

import java.util.Optional;

/// The smallest addition at one stage that makes it say what is wanted, in words; `change` makes
/// it, where the design can hold it.
public record Remedy(Hop hop, String words, Optional<Change> change) {
    Remedy with(Change other) {
        return new Remedy(hop, words, Optional.of(other));
    }
}
