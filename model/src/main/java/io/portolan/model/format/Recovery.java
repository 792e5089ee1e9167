package io.portolan.model.format;

import io.portolan.model.change.Change;
import io.portolan.model.design.Design;

import java.util.List;

/// The changes that were not saved when a process ended. `damagedLines` could not be read, as the
/// last one that was being written. `fileChangedSince` tells that the design file is not the one
/// that the changes were made to: it was saved and just the journal was left, or edited elsewhere.
public record Recovery(List<Change> changes, int damagedLines, boolean fileChangedSince) {
    public Recovery {
        changes = List.copyOf(changes);
    }

    /// The labels of the changes, in order.
    public List<String> summary() {
        return changes.stream().map(Change::label).toList();
    }

    /// The design as it was when the process ended.
    public Design applyTo(Design saved) {
        return new Change.All("recover", changes).applyTo(saved);
    }
}
