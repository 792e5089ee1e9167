package io.portolan.model.rule;

import io.portolan.model.design.Suppression;

import java.util.List;
import java.util.stream.Stream;

/// What the rules say about a design: open findings by severity, rule and subject, findings that
/// somebody accepted, and rules that broke down (our bug; what they would have found is unknown).
public record Review(List<Finding> findings, List<Suppressed> suppressed, List<Failure> failures) {
    public Review {
        findings = List.copyOf(findings);
        suppressed = List.copyOf(suppressed);
        failures = List.copyOf(failures);
    }

    /// A finding with the decision to live with it.
    public record Suppressed(Finding finding, Suppression by) {}

    /// A rule that broke down on this design.
    public record Failure(RuleInfo rule, String problem) {}

    public Stream<Finding> of(Severity severity) {
        return findings.stream().filter(finding -> finding.severity() == severity);
    }

    /// How many open findings have that severity.
    public long count(Severity severity) {
        return of(severity).count();
    }

    /// True if the design must not go out: an open error, or a rule that could not look.
    public boolean blocks() {
        return count(Severity.ERROR) > 0 || !failures.isEmpty();
    }
}
