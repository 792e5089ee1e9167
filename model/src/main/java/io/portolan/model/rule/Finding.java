package io.portolan.model.rule;

import io.portolan.model.change.Change;
import io.portolan.model.design.ElementId;
import io.portolan.model.policy.Origin;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/// One thing that is wrong with a design. `about` are the elements it concerns, the first of them
/// its subject; `flow` is the flow it concerns; `witness` is what makes this finding of a rule
/// about this subject different from another (a port, a pair), without anything that changes from
/// run to run; `evidence` are the rules and lines that show it; `fix` repairs it.
public record Finding(
        RuleInfo rule,
        Severity severity,
        String message,
        List<ElementId> about,
        Optional<String> flow,
        String witness,
        List<Evidence> evidence,
        Optional<Change> fix) {
    public Finding {
        about = List.copyOf(about);
        evidence = List.copyOf(evidence);
    }

    /// A finding of that rule at its own severity, about nothing but these elements.
    public static Finding of(RuleInfo rule, String message, ElementId... about) {
        return new Finding(
                rule,
                rule.severity(),
                message,
                List.of(about),
                Optional.empty(),
                "",
                List.of(),
                Optional.empty());
    }

    public Finding with(Severity other) {
        return new Finding(rule, other, message, about, flow, witness, evidence, fix);
    }

    public Finding withFlow(String id) {
        return new Finding(rule, severity, message, about, Optional.of(id), witness, evidence, fix);
    }

    /// With what tells it from other findings of this rule about the same elements.
    public Finding withWitness(String other) {
        return new Finding(rule, severity, message, about, flow, other, evidence, fix);
    }

    public Finding withEvidence(List<Evidence> other) {
        return new Finding(rule, severity, message, about, flow, witness, other, fix);
    }

    public Finding withFix(Change change) {
        return new Finding(
                rule, severity, message, about, flow, witness, evidence, Optional.of(change));
    }

    /// A rule, line or hop that a finding rests on.
    public record Evidence(String text, Optional<Origin> origin) {}

    /// The same for the same finding in every run, so that it can be suppressed and compared: made
    /// from rule, subject and witness, not from the message.
    public String fingerprint() {
        String key = rule.id() + '\n' + about + '\n' + flow.orElse("") + '\n' + witness;
        try {
            byte[] hash =
                    MessageDigest.getInstance("SHA-256")
                            .digest(key.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
