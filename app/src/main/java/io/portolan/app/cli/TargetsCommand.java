package io.portolan.app.cli;

import io.portolan.exporters.Dialects;
import io.portolan.exporters.spi.Dialect;
import io.portolan.exporters.spi.Proof;
import io.portolan.model.report.Json;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;

/// `portolan targets`: the languages that can be written and read, and how far each is proven.
@Command(
        name = "targets",
        mixinStandardHelpOptions = true,
        description = "Lists the targets, and by whom their output was checked.")
final class TargetsCommand implements Callable<Integer> {
    @Option(names = "--format", description = "text or json (default: text).")
    private Format format = Format.TEXT;

    @Mixin private Destination destination = new Destination();

    /// One target, as the list shows it.
    private record Row(String id, String title, boolean exports, boolean imports, String proof) {}

    @Override
    public Integer call() {
        List<Row> rows = Dialects.all().stream().map(TargetsCommand::row).toList();
        destination.print(
                format == Format.JSON
                        ? Json.write(rows)
                        : rows.stream().map(TargetsCommand::line).collect(Collectors.joining()));
        return PortolanCommand.CLEAN;
    }

    private static Row row(Dialect dialect) {
        return new Row(
                dialect.id(),
                dialect.title(),
                dialect.exporter().isPresent(),
                dialect.importer().isPresent(),
                words(dialect.proof()));
    }

    private static String line(Row row) {
        String does = row.exports() ? row.imports() ? "writes, reads" : "writes" : "reads";
        return "%-14s %-28s %-14s %s\n".formatted(row.id(), row.title(), does, row.proof());
    }

    private static String words(Proof proof) {
        return switch (proof) {
            case REAL_PROGRAM -> "proven by the real program";
            case PARSER -> "proven by an independent reader";
            case SCHEMA -> "proven by the vendor's schema";
            case STRUCTURE -> "by structure only";
        };
    }
}
