package io.portolan.app.cli;

import io.portolan.app.service.Analysis;
import io.portolan.app.service.OpenedDesign;
import io.portolan.model.report.JsonReport;
import io.portolan.model.report.ReviewReport;
import io.portolan.model.report.SarifReport;
import io.portolan.model.report.TextReport;
import io.portolan.model.rule.Severity;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.nio.file.Path;
import java.util.concurrent.Callable;

/// `portolan validate`: the findings of a design or of a folder of manifests.
@Command(
        name = "validate",
        mixinStandardHelpOptions = true,
        description = "Checks a design with all rules and prints the findings.",
        footer = {
            "",
            "Exit code 1 if a finding is at least as severe as --fail-on, or something is not"
                    + " analysed.",
            "Example: portolan validate bank.portolan.yaml --format sarif --out review.sarif"
        })
final class ValidateCommand implements Callable<Integer> {
    @Parameters(paramLabel = "DESIGN|DIR", description = "A design file, or manifests.")
    private Path input = Path.of("");

    @Option(names = "--format", description = "text, json or sarif (default: text).")
    private ReportFormat format = ReportFormat.TEXT;

    @Option(
            names = "--fail-on",
            paramLabel = "SEVERITY",
            description = "error, warning or info (default: warning).")
    private Severity failOn = Severity.WARNING;

    @Mixin private Timings timings = new Timings();

    @Mixin private ReviewDay day = new ReviewDay();

    @Mixin private Destination destination = new Destination();

    /// The formats of a review.
    enum ReportFormat {
        TEXT,
        JSON,
        SARIF
    }

    @Override
    public Integer call() {
        OpenedDesign opened = timings.step("reading", () -> OpenedDesign.read(input));
        Analysis analysis = timings.step("rules", () -> Analysis.of(opened.design(), day.date()));
        ReviewReport report = opened.report(analysis.review());
        timings.step("writing", () -> destination.print(written(report)));
        timings.total();
        return fails(report) ? PortolanCommand.FINDINGS : PortolanCommand.CLEAN;
    }

    private String written(ReviewReport report) {
        return switch (format) {
            case TEXT -> TextReport.write(report);
            case JSON -> JsonReport.write(report);
            case SARIF -> SarifReport.write(report);
        };
    }

    private boolean fails(ReviewReport report) {
        return !report.notAnalysed().isEmpty()
                || report.review().findings().stream()
                        .anyMatch(f -> f.severity().compareTo(failOn) <= 0);
    }
}
