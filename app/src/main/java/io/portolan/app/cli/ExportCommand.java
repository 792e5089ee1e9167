package io.portolan.app.cli;

import io.portolan.app.service.Analysis;
import io.portolan.app.service.OpenedDesign;
import io.portolan.app.service.Progress;
import io.portolan.app.service.ReviewFolder;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;

/// `portolan export`: everything that is derived from a design, in one folder.
@Command(
        name = "export",
        mixinStandardHelpOptions = true,
        description = {
            "Writes manifests, firewall configurations, the picture and the review of a design.",
            "",
            "Manifests lie by cluster and namespace, firewall files by language. What a target"
                    + " cannot",
            "say is listed as a gap."
        },
        footer = {
            "",
            "Exit code 0 once everything is written; with --strict 1 if there are gaps or errors.",
            "Example: portolan export bank.portolan.yaml --out build --target nftables,asa"
        })
final class ExportCommand implements Callable<Integer> {
    @Parameters(paramLabel = "DESIGN", description = "A design file.")
    private Path input = Path.of("");

    @Option(
            names = "--out",
            paramLabel = "FOLDER",
            description = "Where to write (default: <design>-export here).")
    private @Nullable Path folder;

    @Option(
            names = "--target",
            split = ",",
            paramLabel = "ID",
            description = "Only these targets; `portolan targets` lists them.")
    private List<String> targets = List.of();

    @Option(names = "--format", description = "text or json (default: text).")
    private Format format = Format.TEXT;

    @Option(
            names = "--strict",
            description = "Exit code 1 for gaps and findings of severity error.")
    private boolean strict;

    @Mixin private Console console = new Console();

    @Mixin private ReviewDay day = new ReviewDay();

    @Override
    public Integer call() {
        OpenedDesign opened = OpenedDesign.read(input);
        Analysis analysis = Analysis.of(opened.design(), day.date());
        Path out = folder == null ? Path.of(opened.design().name() + "-export") : folder;
        ReviewFolder written =
                ReviewFolder.write(
                        out, opened, analysis, new ReviewFolder.Order(targets, Progress.NONE));
        console.print(format == Format.TEXT ? written.text() : written.json());
        return strict && written.hasErrors() ? PortolanCommand.FINDINGS : PortolanCommand.CLEAN;
    }
}
