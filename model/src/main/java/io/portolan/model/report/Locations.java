package io.portolan.model.report;

import io.portolan.model.rule.Finding;

import java.util.Optional;

/// Finds the place in a file that a finding is about.
@FunctionalInterface
public interface Locations {
    /// For designs that come from no file.
    Locations NONE = finding -> Optional.empty();

    Optional<Place> find(Finding finding);

    /// A place in a file; line and column begin at 1.
    record Place(String file, int line, int column) {
        @Override
        public String toString() {
            return file + ":" + line;
        }
    }
}
