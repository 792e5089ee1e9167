package io.portolan.model.report;

import io.portolan.model.change.Change;
import io.portolan.model.report.Locations.Place;
import io.portolan.model.rule.Finding;
import io.portolan.model.rule.Review;
import io.portolan.model.rule.Review.Suppressed;
import io.portolan.model.rule.Severity;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// A review for programs: one JSON object, stable from run to run.
public final class JsonReport {
    private final ReviewReport report;

    private JsonReport(ReviewReport report) {
        this.report = report;
    }

    /// The whole report; ends with a newline.
    public static String write(ReviewReport report) {
        return Json.write(new JsonReport(report).document());
    }

    private record Document(
            String design,
            String scope,
            Counts counts,
            List<Item> findings,
            List<String> notAnalysed,
            List<Accepted> suppressed,
            List<Broken> failures) {}

    private record Counts(long errors, long warnings, long notes, long suppressed) {}

    private record Item(
            String fingerprint,
            String severity,
            String rule,
            String title,
            String message,
            List<String> about,
            Optional<String> flow,
            List<String> evidence,
            Optional<String> fix,
            Optional<Place> location) {}

    private record Accepted(String reason, Optional<String> author, String expires, Item finding) {}

    private record Broken(String rule, String problem) {}

    private Document document() {
        Review review = report.review();
        return new Document(
                report.design(),
                TextReport.SCOPE,
                counts(review),
                review.findings().stream().map(this::item).toList(),
                report.notAnalysed().stream().map(TextReport::said).toList(),
                review.suppressed().stream().map(this::accepted).toList(),
                review.failures().stream()
                        .map(failure -> new Broken(failure.rule().id(), failure.problem()))
                        .toList());
    }

    private static Counts counts(Review review) {
        return new Counts(
                review.count(Severity.ERROR),
                review.count(Severity.WARNING),
                review.count(Severity.INFO),
                review.suppressed().size());
    }

    private Item item(Finding finding) {
        return new Item(
                finding.fingerprint(),
                finding.severity().name().toLowerCase(Locale.ROOT),
                finding.rule().id(),
                finding.rule().title(),
                finding.message(),
                finding.about().stream().map(Object::toString).toList(),
                finding.flow(),
                finding.evidence().stream().map(TextReport::said).toList(),
                finding.fix().map(Change::label),
                report.locations().find(finding));
    }

    private Accepted accepted(Suppressed suppressed) {
        return new Accepted(
                suppressed.by().reason(),
                suppressed.by().author(),
                suppressed.by().expires().toString(),
                item(suppressed.finding()));
    }
}
