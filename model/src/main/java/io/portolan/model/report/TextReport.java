package io.portolan.model.report;

import io.portolan.model.policy.Remainder;
import io.portolan.model.report.Locations.Place;
import io.portolan.model.rule.Finding;
import io.portolan.model.rule.Finding.Evidence;
import io.portolan.model.rule.Review;
import io.portolan.model.rule.Review.Failure;
import io.portolan.model.rule.Review.Suppressed;
import io.portolan.model.rule.RuleInfo;
import io.portolan.model.rule.Severity;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.SequencedMap;
import java.util.stream.Collectors;

/// A review for the terminal: counts, then the findings of each rule under its title.
public final class TextReport {
    static final String SCOPE =
            "Verdicts are for new connections; nothing is said about connections that exist"
                    + " already.";

    private final ReviewReport report;
    private final StringBuilder text = new StringBuilder();

    private TextReport(ReviewReport report) {
        this.report = report;
    }

    /// The whole report; ends with a newline.
    public static String write(ReviewReport report) {
        return new TextReport(report).written();
    }

    private String written() {
        line("%s: %s".formatted(report.design(), counts()));
        grouped().forEach(this::group);
        notAnalysed();
        suppressed();
        report.review().failures().forEach(this::failure);
        line("");
        line(SCOPE);
        return text.toString();
    }

    private String counts() {
        Review review = report.review();
        String open =
                List.of(Severity.values()).stream()
                        .map(severity -> count(review.count(severity), word(severity)))
                        .collect(Collectors.joining(", "));
        return review.suppressed().isEmpty()
                ? open
                : open + ", %d suppressed".formatted(review.suppressed().size());
    }

    private static String word(Severity severity) {
        return switch (severity) {
            case ERROR -> "error";
            case WARNING -> "warning";
            case INFO -> "note";
        };
    }

    private static String count(long number, String noun) {
        return number + " " + noun + (number == 1 ? "" : "s");
    }

    /// By severity and rule, in the order of the review.
    private SequencedMap<Group, List<Finding>> grouped() {
        return report.review().findings().stream()
                .collect(
                        Collectors.groupingBy(
                                finding -> new Group(finding.severity(), finding.rule()),
                                LinkedHashMap::new,
                                Collectors.toList()));
    }

    private record Group(Severity severity, RuleInfo rule) {}

    private void group(Group group, List<Finding> findings) {
        line("");
        line(
                "%-7s %s %s (%d)"
                        .formatted(
                                word(group.severity()).toUpperCase(Locale.ROOT),
                                group.rule().id(),
                                group.rule().title(),
                                findings.size()));
        int width = findings.stream().mapToInt(f -> place(f).length()).max().orElse(0);
        findings.forEach(finding -> finding(finding, width));
    }

    private void finding(Finding finding, int width) {
        line(indented(width, place(finding)) + finding.message());
        String margin = indented(width, "") + "  ";
        finding.evidence().forEach(evidence -> line(margin + "because " + said(evidence)));
        finding.fix().ifPresent(fix -> line(margin + "quick fix: " + fix.label()));
        line(margin + "fingerprint " + finding.fingerprint());
    }

    private static String indented(int width, String place) {
        return width == 0 ? "  " : "  " + place + " ".repeat(width - place.length() + 2);
    }

    private String place(Finding finding) {
        return report.locations().find(finding).map(Place::toString).orElse("");
    }

    static String said(Evidence evidence) {
        return evidence.text() + evidence.origin().map(o -> " (" + o.words() + ")").orElse("");
    }

    private void notAnalysed() {
        if (!report.notAnalysed().isEmpty()) {
            line("");
            report.notAnalysed().forEach(r -> line("not analysed: " + said(r)));
        }
    }

    /// The object, its place, and what that means.
    public static String said(Remainder remainder) {
        return "%s (%s): %s"
                .formatted(remainder.about(), remainder.origin().words(), remainder.text());
    }

    private void suppressed() {
        if (report.review().suppressed().isEmpty()) {
            return;
        }
        line("");
        line("SUPPRESSED (%d)".formatted(report.review().suppressed().size()));
        report.review().suppressed().forEach(this::suppressed);
    }

    private void suppressed(Suppressed suppressed) {
        line(
                "  %s %s: %s (until %s)"
                        .formatted(
                                suppressed.finding().rule().id(),
                                suppressed.finding().fingerprint(),
                                suppressed.by().reason(),
                                suppressed.by().expires()));
    }

    private void failure(Failure failure) {
        line("");
        line(
                "RULE %s BROKE DOWN, so its findings are missing: %s"
                        .formatted(failure.rule().id(), failure.problem()));
        line("This is a defect of Portolan, not of the design; please report it.");
    }

    private void line(String words) {
        text.append(words).append('\n');
    }
}
