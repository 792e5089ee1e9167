package io.portolan.model.report;

import io.portolan.model.policy.Remainder;
import io.portolan.model.rule.Review;

import java.util.List;

/// What a report is made from: the name of the design, what the rules found, and where in the file
/// that is. `notAnalysed` decides about connections, and no rule has looked at it.
public record ReviewReport(
        String design, Review review, Locations locations, List<Remainder> notAnalysed) {
    public ReviewReport {
        notAnalysed = List.copyOf(notAnalysed);
    }

    /// Of a design that was analysed as a whole.
    public ReviewReport(String design, Review review, Locations locations) {
        this(design, review, locations, List.of());
    }
}
