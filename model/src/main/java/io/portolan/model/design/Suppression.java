package io.portolan.model.design;

import java.time.LocalDate;
import java.util.Optional;

/// Somebody's decision to live with a finding: by its fingerprint, with the reason, until a day.
public record Suppression(
        String fingerprint,
        String rule,
        String reason,
        Optional<String> author,
        LocalDate expires) {
    public Suppression {
        if (reason.isBlank()) {
            throw new IllegalArgumentException(
                    "The suppression of %s (%s) needs a reason.".formatted(rule, fingerprint));
        }
    }
}
