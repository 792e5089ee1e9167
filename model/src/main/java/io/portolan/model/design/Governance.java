package io.portolan.model.design;

import java.util.List;
import java.util.Map;

/// What a design says about its own review: environments that may talk (`dev -> test`), severities
/// set for rules (`off`, `info`, `warning`, `error`), findings that are accepted.
public record Governance(
        List<String> crossings, Map<String, String> severities, List<Suppression> suppressions) {
    public static final Governance NOTHING = new Governance(List.of(), Map.of(), List.of());

    public Governance {
        crossings = List.copyOf(crossings);
        severities = Values.sorted(severities);
        suppressions = List.copyOf(suppressions);
    }
}
