package io.portolan.app.cli;

import io.portolan.app.service.OpenedDesign;
import io.portolan.app.service.UnsupportedInputException;
import io.portolan.model.compile.CompiledDesign;
import io.portolan.model.compile.PlanCompiler;
import io.portolan.model.reach.Reachability;
import io.portolan.model.reach.Relation;
import io.portolan.model.report.ConnectivityTable;
import io.portolan.model.report.ConnectivityTable.Scope;
import io.portolan.model.report.Json;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.nio.file.Path;
import java.util.concurrent.Callable;

/// `portolan connectivity`: every connection that is possible.
@Command(
        name = "connectivity",
        mixinStandardHelpOptions = true,
        description =
                "Lists what can connect to what by new connections, with protocols and ports.",
        footer = {"", "Example: portolan connectivity manifests/ --format csv"})
final class ConnectivityCommand implements Callable<Integer> {
    @Parameters(paramLabel = "DIR|DESIGN", description = "A design file, or manifests.")
    private Path input = Path.of("");

    @Option(names = "--format", description = "text, csv or json (default: text).")
    private TableFormat format = TableFormat.TEXT;

    @Option(
            names = "--l7",
            description = "Also what only some HTTP requests or TLS server names may do.")
    private boolean requests;

    @Mixin private Timings timings = new Timings();

    @Mixin private Destination destination = new Destination();

    /// The formats of a table.
    enum TableFormat {
        TEXT,
        CSV,
        JSON
    }

    @Override
    public Integer call() {
        OpenedDesign opened = timings.step("reading", () -> OpenedDesign.read(input));
        UnsupportedInputException.check(opened.design());
        destination.noteAssumptions(opened.design());
        CompiledDesign compiled =
                timings.step("compiling", () -> PlanCompiler.compile(opened.design()));
        Relation relation = timings.step("relation", () -> Reachability.of(compiled).relation());
        Scope scope = requests ? Scope.REQUESTS : Scope.CONNECTIONS;
        ConnectivityTable table =
                timings.step("table", () -> ConnectivityTable.of(opened.design(), relation, scope));
        timings.step("writing", () -> destination.print(written(table)));
        timings.total();
        return PortolanCommand.CLEAN;
    }

    private String written(ConnectivityTable table) {
        return switch (format) {
            case TEXT -> table.toText();
            case CSV -> table.toCsv();
            case JSON -> Json.write(table);
        };
    }
}
