package io.portolan.app.cli;

import io.portolan.app.service.OutputFile;
import io.portolan.model.design.Design;
import io.portolan.model.report.Assumptions;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

import java.nio.file.Path;

/// Where a command's answer goes: a file, or the standard output.
final class Destination {
    @Mixin private Console console = new Console();

    @Option(names = "--out", paramLabel = "FILE", description = "Write to this file instead.")
    private @Nullable Path file;

    void print(String text) {
        if (file == null) {
            console.print(text);
        } else {
            OutputFile.write(file, text);
        }
    }

    /// What the answer rests on that the design does not say.
    void noteAssumptions(Design design) {
        Assumptions.of(design).forEach(console::note);
    }
}
