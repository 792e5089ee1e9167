package io.portolan.app.ui.findings;

import io.portolan.model.rule.Category;
import io.portolan.model.rule.Finding;

/// A line of the list of problems.
public sealed interface FindingRow {
    /// A heading over the findings of one category.
    record Group(Category category, int count) implements FindingRow {}

    /// One finding.
    record Item(Finding finding) implements FindingRow {}
}
