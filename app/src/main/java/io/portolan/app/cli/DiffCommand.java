package io.portolan.app.cli;

import io.portolan.app.service.OpenedDesign;
import io.portolan.app.service.UnsupportedInputException;
import io.portolan.model.compile.CompiledDesign;
import io.portolan.model.compile.PlanCompiler;
import io.portolan.model.reach.Reachability;
import io.portolan.model.report.ConnectivityDiff;
import io.portolan.model.report.ConnectivityDiff.Side;
import io.portolan.model.report.DiffReport;
import io.portolan.model.report.Json;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.nio.file.Path;
import java.util.concurrent.Callable;

/// `portolan diff`: what a change opens and closes.
@Command(
        name = "diff",
        mixinStandardHelpOptions = true,
        description = {
            "Compares what can connect to what in two designs, or two folders of manifests,",
            "by new connections.",
            "",
            "Connections of which it is open whether they are possible are not in it."
        },
        footer = {
            "",
            "Exit code 0 if both are the same, 1 if not.",
            "Example: portolan diff manifests/ changed/ --format csv"
        })
final class DiffCommand implements Callable<Integer> {
    @Parameters(index = "0", paramLabel = "OLD", description = "A design file, or manifests.")
    private Path before = Path.of("");

    @Parameters(index = "1", paramLabel = "NEW", description = "A design file, or manifests.")
    private Path after = Path.of("");

    @Option(names = "--format", description = "text, csv or json (default: text).")
    private ConnectivityCommand.TableFormat format = ConnectivityCommand.TableFormat.TEXT;

    @Mixin private Destination destination = new Destination();

    @Override
    public Integer call() {
        ConnectivityDiff diff = ConnectivityDiff.of(side(before), side(after));
        destination.print(
                switch (format) {
                    case TEXT -> diff.toText();
                    case CSV -> diff.toCsv();
                    case JSON -> Json.write(DiffReport.of(diff));
                });
        return diff.isEmpty() ? PortolanCommand.CLEAN : PortolanCommand.FINDINGS;
    }

    private Side side(Path input) {
        OpenedDesign opened = OpenedDesign.read(input);
        UnsupportedInputException.check(opened.design());
        destination.noteAssumptions(opened.design());
        CompiledDesign compiled = PlanCompiler.compile(opened.design());
        return new Side(compiled, Reachability.of(compiled).relation());
    }
}
