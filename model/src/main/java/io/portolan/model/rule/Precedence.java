package io.portolan.model.rule;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// One defect is reported once, by the rule that says most about it. A general finding about a flow
/// gives way to a special one about the same flow that shows everything it shows.
final class Precedence {
    /// Rules that explain why a flow fails; what they show, a general rule need not repeat.
    private static final Set<String> SPECIAL =
            Set.of("MSH-007", "SEG-019", "CNI-007", "MSH-001", "MSH-004", "LEG-001", "NET-006");

    private static final Set<String> GENERAL = Set.of("FLW-001", "FLW-002", "FLW-003");

    private Precedence() {}

    static List<Finding> onceEach(List<Finding> found) {
        List<Finding> special =
                found.stream().filter(f -> SPECIAL.contains(f.rule().id())).toList();
        return found.stream()
                .filter(f -> !GENERAL.contains(f.rule().id()) || !isShownBy(special, f))
                .toList();
    }

    /// A hop reads the same whoever shows it, and names the packet, so that equal evidence is the
    /// same defect.
    private static boolean isShownBy(List<Finding> special, Finding general) {
        return !general.evidence().isEmpty()
                && special.stream()
                        .anyMatch(f -> new HashSet<>(f.evidence()).containsAll(general.evidence()));
    }
}
