package io.portolan.app.ui.findings;

import io.portolan.model.change.Change;
import io.portolan.model.rule.Finding;

import java.util.Optional;

/// A change that repairs something: what it repairs in words, and the flow that it is about.
public record Repair(String why, Change change, Optional<String> flow) {
    static Optional<Repair> of(Finding finding) {
        return finding.fix().map(fix -> new Repair(finding.message(), fix, finding.flow()));
    }
}
