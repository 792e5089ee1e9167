package io.portolan.app.ui.editor;

import io.portolan.app.service.Analysis;
import io.portolan.model.design.ElementId;
import io.portolan.model.rule.Finding;
import io.portolan.model.rule.Severity;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Counts problems: errors and warnings. Remarks are in the list but mark nothing.
public final class Problems {
    private Problems() {}

    /// Per element that a problem is about first.
    public static Map<ElementId, Integer> perElement(Optional<Analysis> analysis) {
        Map<ElementId, Integer> counts = new LinkedHashMap<>();
        for (Finding finding : open(analysis)) {
            if (finding.severity() != Severity.INFO && !finding.about().isEmpty()) {
                counts.merge(finding.about().getFirst(), 1, Integer::sum);
            }
        }
        return counts;
    }

    /// The findings that nobody has accepted.
    public static List<Finding> open(Optional<Analysis> analysis) {
        return analysis.map(known -> known.review().findings()).orElse(List.of());
    }

    public static long count(Optional<Analysis> analysis, Severity severity) {
        return open(analysis).stream().filter(f -> f.severity() == severity).count();
    }
}
