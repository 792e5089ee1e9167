package io.portolan.model.report;

import io.portolan.model.design.Suppression;
import io.portolan.model.policy.Origin;
import io.portolan.model.policy.Remainder;
import io.portolan.model.report.Locations.Place;
import io.portolan.model.report.SarifLog.ArtifactLocation;
import io.portolan.model.report.SarifLog.Invocation;
import io.portolan.model.report.SarifLog.Location;
import io.portolan.model.report.SarifLog.LogicalLocation;
import io.portolan.model.report.SarifLog.Message;
import io.portolan.model.report.SarifLog.Notification;
import io.portolan.model.report.SarifLog.PhysicalLocation;
import io.portolan.model.report.SarifLog.Region;
import io.portolan.model.report.SarifLog.Result;
import io.portolan.model.report.SarifLog.Run;
import io.portolan.model.rule.DesignRule;
import io.portolan.model.rule.Finding;
import io.portolan.model.rule.Review;
import io.portolan.model.rule.Review.Failure;
import io.portolan.model.rule.RuleInfo;
import io.portolan.model.rule.Rules;
import io.portolan.model.rule.Severity;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// A review in the Static Analysis Results Interchange Format 2.1.0, which code hosts show beside
/// the lines of the file.
public final class SarifReport {
    private final ReviewReport report;
    private final List<RuleInfo> rules = Rules.all().stream().map(DesignRule::info).toList();

    private SarifReport(ReviewReport report) {
        this.report = report;
    }

    /// The whole log; ends with a newline.
    public static String write(ReviewReport report) {
        return Json.write(new SarifReport(report).log());
    }

    private SarifLog log() {
        Review review = report.review();
        List<Result> results =
                Stream.concat(
                                review.findings().stream().map(f -> result(f, Optional.empty())),
                                review.suppressed().stream()
                                        .map(s -> result(s.finding(), Optional.of(s.by()))))
                        .toList();
        return SarifLog.of(
                new Run(
                        new SarifLog.Tool(
                                new SarifLog.Driver(
                                        "Portolan",
                                        new Message(TextReport.SCOPE),
                                        rules.stream().map(SarifReport::descriptor).toList())),
                        List.of(invocation()),
                        "utf16CodeUnits",
                        results));
    }

    private static SarifLog.Descriptor descriptor(RuleInfo rule) {
        String page = Rules.page(rule.id()).orElse(rule.title());
        return new SarifLog.Descriptor(
                rule.id(),
                new Message(rule.title()),
                new SarifLog.Help(page, page),
                new SarifLog.Configuration(level(rule.severity())),
                Map.of("category", rule.category().title()));
    }

    private static String level(Severity severity) {
        return switch (severity) {
            case ERROR -> "error";
            case WARNING -> "warning";
            case INFO -> "note";
        };
    }

    private Invocation invocation() {
        List<Failure> failures = report.review().failures();
        return new Invocation(
                failures.isEmpty(),
                Stream.concat(
                                failures.stream().map(SarifReport::notification),
                                report.notAnalysed().stream().map(SarifReport::notification))
                        .toList());
    }

    private static Notification notification(Remainder remainder) {
        return new Notification(
                "warning", new Message("Not analysed: " + TextReport.said(remainder)));
    }

    private static Notification notification(Failure failure) {
        return new Notification(
                "error",
                new Message(
                        "Rule %s broke down: %s"
                                .formatted(failure.rule().id(), failure.problem())));
    }

    private Result result(Finding finding, Optional<Suppression> accepted) {
        return new Result(
                finding.rule().id(),
                index(finding.rule()),
                level(finding.severity()),
                new Message(finding.message()),
                List.of(location(finding)),
                related(finding),
                Map.of("portolan/v1", finding.fingerprint()),
                accepted.map(SarifReport::suppression).stream().toList());
    }

    /// A rule of a list that is not the catalogue has no index (-1 is SARIF's word for that).
    private int index(RuleInfo rule) {
        return rules.indexOf(rule);
    }

    private Location location(Finding finding) {
        List<LogicalLocation> logical =
                finding.about().stream()
                        .map(id -> new LogicalLocation(id.value(), "element"))
                        .toList();
        return new Location(
                Optional.empty(),
                report.locations().find(finding).map(SarifReport::physical),
                logical,
                Optional.empty());
    }

    private static PhysicalLocation physical(Place place) {
        return new PhysicalLocation(
                new ArtifactLocation(SarifLog.uri(place.file())),
                new Region(place.line(), Optional.of(place.column())));
    }

    private static List<Location> related(Finding finding) {
        return finding.evidence().stream()
                .flatMap(evidence ->
                        evidence.origin().stream()
                                .filter(Origin.Line.class::isInstance)
                                .map(Origin.Line.class::cast)
                                .map(line -> related(evidence.text(), line)))
                .toList();
    }

    private static Location related(String text, Origin.Line line) {
        return new Location(
                Optional.empty(),
                Optional.of(
                        new PhysicalLocation(
                                new ArtifactLocation(SarifLog.uri(line.file())),
                                new Region(Math.max(1, line.line()), Optional.empty()))),
                List.of(),
                Optional.of(new Message(text)));
    }

    private static SarifLog.Acceptance suppression(Suppression by) {
        return new SarifLog.Acceptance(
                "inSource", "accepted", "%s (until %s)".formatted(by.reason(), by.expires()));
    }
}
