package io.portolan.app.service;

import io.portolan.app.picture.Palette;
import io.portolan.exporters.spi.Gap;
import io.portolan.model.report.Json;
import io.portolan.model.report.ReviewReport;
import io.portolan.model.report.SarifReport;
import io.portolan.model.report.TextReport;
import io.portolan.model.rule.Severity;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// What `export` leaves behind: a folder for each target, the picture, the review.
public record ReviewFolder(
        Path folder,
        List<TargetPreview> targets,
        List<Path> files,
        String findings,
        boolean errors) {
    public ReviewFolder {
        targets = List.copyOf(targets);
        files = List.copyOf(files);
    }

    /// Which targets, by id (none named: all), and who is told how far it is.
    public record Order(List<String> only, Progress progress) {
        public Order {
            only = List.copyOf(only);
        }
    }

    /// Writes everything; what was stopped on the way has no picture and no review.
    ///
    /// @throws InvalidInputException if a target is not known
    public static ReviewFolder write(
            Path folder, OpenedDesign opened, Analysis analysis, Order order) {
        List<TargetPreview> targets = chosen(ExportService.preview(analysis), order.only());
        List<Path> files = new ArrayList<>(ExportService.write(folder, targets, order.progress()));
        String text = TextReport.write(opened.report(analysis.review()));
        if (!order.progress().cancelled()) {
            files.addAll(review(folder, opened, analysis, targets));
        }
        boolean errors =
                analysis.review().findings().stream().anyMatch(f -> f.severity() == Severity.ERROR);
        return new ReviewFolder(folder, targets, files, text, errors);
    }

    private static List<Path> review(
            Path folder, OpenedDesign opened, Analysis analysis, List<TargetPreview> targets) {
        List<Path> files = new ArrayList<>();
        String svg = PictureFile.svg(analysis, Palette.LIGHT);
        ReviewReport report = opened.report(analysis.review());
        files.add(put(folder.resolve("picture.svg"), svg));
        files.add(put(folder.resolve("review.html"), ReviewPage.write(analysis, targets, svg)));
        files.add(put(folder.resolve("review.sarif"), SarifReport.write(report)));
        files.add(put(folder.resolve("findings.txt"), TextReport.write(report)));
        return files;
    }

    private static Path put(Path file, String text) {
        OutputFile.write(file, text);
        return file;
    }

    private static List<TargetPreview> chosen(List<TargetPreview> all, List<String> only) {
        List<String> known =
                all.stream()
                        .map(t -> t.dialect())
                        .filter(d -> d.exporter().isPresent())
                        .map(d -> d.id())
                        .toList();
        only.stream()
                .filter(id -> !known.contains(id))
                .findFirst()
                .ifPresent(id -> {
                    throw new InvalidInputException(
                            "There is no target (%s). There are: %s."
                                    .formatted(id, String.join(", ", known)));
                });
        return all.stream().filter(t -> only.isEmpty() || only.contains(t.dialect().id())).toList();
    }

    /// Gaps of a target, or findings of severity error.
    public boolean hasErrors() {
        return errors || targets.stream().anyMatch(t -> !t.result().gaps().isEmpty());
    }

    /// The summary for a terminal.
    public String text() {
        StringBuilder out = new StringBuilder();
        for (TargetPreview target : targets) {
            out.append(
                    "%-15s %-18s %d %s\n"
                            .formatted(
                                    target.dialect().id(),
                                    Words.fit(target.fit()),
                                    target.result().artifacts().size(),
                                    target.result().artifacts().size() == 1 ? "file" : "files"));
            target.result().gaps().forEach(gap -> out.append(line(gap)));
        }
        return out.append('\n')
                .append(findings)
                .append(
                        "\nWritten: %d files in %s (open review.html)\n"
                                .formatted(files.size(), folder))
                .toString();
    }

    private static String line(Gap gap) {
        return "  gap: %s, %s: %s. %s\n"
                .formatted(gap.point(), gap.rule(), gap.why(), gap.advice());
    }

    private record Summary(String folder, List<Target> targets, List<String> files) {}

    private record Target(String id, String fit, List<String> files, List<Gap> gaps) {}

    /// The summary for a program.
    public String json() {
        return Json.write(
                new Summary(
                        folder.toString(),
                        targets.stream().map(ReviewFolder::target).toList(),
                        files.stream().map(f -> folder.relativize(f).toString()).toList()));
    }

    private static Target target(TargetPreview target) {
        return new Target(
                target.dialect().id(),
                Words.fit(target.fit()),
                target.result().artifacts().stream().map(a -> a.path()).toList(),
                target.result().gaps());
    }
}
