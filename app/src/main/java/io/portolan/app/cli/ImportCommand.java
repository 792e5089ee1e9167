package io.portolan.app.cli;

import io.portolan.app.service.DesignFiles;
import io.portolan.app.service.InvalidInputException;
import io.portolan.app.service.ManifestFolder;
import io.portolan.exporters.spi.ImportResult;
import io.portolan.model.policy.Origin;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;

/// `portolan import`: from what runs today to a design.
@Command(
        name = "import",
        mixinStandardHelpOptions = true,
        description = {
            "Makes a design of manifests: `portolan import kubernetes DIR... --out"
                    + " x.portolan.yaml`.",
            "",
            "Existing policies become rules of the design with the file and line they came from.",
            "What a design does not hold is listed by kind and kept out."
        },
        footer = {"", "Example: portolan import kubernetes manifests/ --out shop.portolan.yaml"})
final class ImportCommand implements Callable<Integer> {
    @Mixin private Console console = new Console();

    @Parameters(index = "0", paramLabel = "SOURCE", description = "What to read: kubernetes.")
    private String source = "";

    @Parameters(
            index = "1..*",
            arity = "1..*",
            paramLabel = "DIR",
            description = "Folders or files.")
    private List<Path> inputs = List.of();

    @Option(
            names = "--out",
            required = true,
            paramLabel = "FILE",
            description = "The design file to write.")
    private Path file = Path.of("");

    @Option(names = "--force", description = "Replace the file if there is one.")
    private boolean force;

    @Option(
            names = "--name",
            paramLabel = "NAME",
            description = "Name of the design (default: of the file).")
    private @Nullable String name;

    @Override
    public Integer call() {
        if (!source.equals("kubernetes")) {
            throw new InvalidInputException(
                    "There is no importer for (%s). Known is: kubernetes.".formatted(source));
        }
        if (Files.exists(file) && !force) {
            throw new InvalidInputException(
                    "%s exists already. Choose another name, or replace it with --force."
                            .formatted(file));
        }
        ImportResult result = ManifestFolder.read(inputs);
        DesignFiles.save(
                file, result.design().renamed(name == null ? DesignFiles.nameOf(file) : name));
        console.print(report(result));
        return result.problems().isEmpty() ? PortolanCommand.CLEAN : PortolanCommand.FINDINGS;
    }

    private String report(ImportResult result) {
        StringBuilder out = new StringBuilder();
        out.append(
                "%s: %d elements, %d policies\n"
                        .formatted(file, result.design().elements().size(), policies(result)));
        kept(result)
                .forEach((kind, n) -> out.append("kept out: %d of kind %s\n".formatted(n, kind)));
        result.problems().forEach(p -> out.append("invalid: " + ManifestFolder.message(p) + "\n"));
        return out.toString();
    }

    /// A policy that governs both directions stands at two points.
    private static long policies(ImportResult result) {
        return result.design().observed().points().stream()
                .flatMap(point -> point.blocks().stream())
                .flatMap(block -> block.policies().stream())
                .filter(policy -> policy.remark().origin() instanceof Origin.Line)
                .map(policy -> policy.remark().origin())
                .distinct()
                .count();
    }

    private static Map<String, Long> kept(ImportResult result) {
        return result.ignored().stream()
                .collect(
                        Collectors.groupingBy(
                                ImportResult.Ignored::kind, TreeMap::new, Collectors.counting()));
    }
}
