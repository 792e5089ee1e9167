package io.portolan.app.cli;

import io.portolan.model.format.JsonSchema;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

import java.util.concurrent.Callable;

/// `portolan schema`: the JSON Schema of design files, for editors.
@Command(
        name = "schema",
        mixinStandardHelpOptions = true,
        description = "Prints the JSON Schema of design files.",
        footer = {"", "Example: portolan schema --out portolan.schema.json"})
final class SchemaCommand implements Callable<Integer> {
    @Mixin private Destination destination = new Destination();

    @Override
    public Integer call() {
        destination.print(JsonSchema.write());
        return PortolanCommand.CLEAN;
    }
}
