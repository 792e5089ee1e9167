package io.portolan.app.cli;

import io.portolan.app.service.InvalidInputException;
import io.portolan.exporters.Dialects;
import io.portolan.exporters.spi.Dialect;
import io.portolan.model.report.Json;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;

/// `portolan targets`: the languages that can be written and read, by whom each was proven, and the
/// page of each.
@Command(
        name = "targets",
        mixinStandardHelpOptions = true,
        description =
                "Lists the targets, and by whom their output was checked; or the page of one.",
        footer = {"", "Example: portolan targets nftables"})
final class TargetsCommand implements Callable<Integer> {
    @Parameters(arity = "0..1", paramLabel = "ID", description = "A target, such as nftables.")
    private @Nullable String id;

    @Option(names = "--format", description = "text or json (default: text).")
    private Format format = Format.TEXT;

    @Mixin private Destination destination = new Destination();

    /// One target, as the list shows it.
    private record Row(
            String id,
            String title,
            boolean exports,
            boolean imports,
            String proof,
            String provenBy) {}

    @Override
    public Integer call() {
        destination.print(id == null ? list() : page(id));
        return PortolanCommand.CLEAN;
    }

    private String list() {
        List<Row> rows = Dialects.all().stream().map(TargetsCommand::row).toList();
        return format == Format.JSON
                ? Json.write(rows)
                : rows.stream().map(TargetsCommand::lines).collect(Collectors.joining());
    }

    private static String page(String id) {
        return Dialects.find(id.toLowerCase(Locale.ROOT))
                .flatMap(Dialects::page)
                .orElseThrow(() ->
                        new InvalidInputException(
                                "There is no target (%s) with a page. `portolan targets` lists them."
                                        .formatted(id)));
    }

    private static Row row(Dialect dialect) {
        return new Row(
                dialect.id(),
                dialect.title(),
                dialect.exporter().isPresent(),
                dialect.importer().isPresent(),
                dialect.proof().words(),
                dialect.proof().by());
    }

    private static String lines(Row row) {
        String does = row.exports() ? row.imports() ? "writes, reads" : "writes" : "reads";
        return "%-14s %-28s %-14s %s\n%15s%s\n"
                .formatted(row.id(), row.title(), does, row.proof(), "", row.provenBy());
    }
}
