package io.portolan.app.cli;

import io.portolan.app.service.Explained;
import io.portolan.app.service.InvalidInputException;
import io.portolan.app.service.OpenedDesign;
import io.portolan.app.service.TraceText;
import io.portolan.app.service.UnsupportedInputException;
import io.portolan.model.compile.CompiledDesign;
import io.portolan.model.compile.PlanCompiler;
import io.portolan.model.design.Flow;
import io.portolan.model.reach.Question;
import io.portolan.model.reach.Reachability;
import io.portolan.model.reach.Verdict;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;

/// `portolan explain`: the path of one connection, stage by stage.
@Command(
        name = "explain",
        mixinStandardHelpOptions = true,
        description =
                "Shows stage by stage why a flow or connection is allowed, denied or not defined.",
        footer = {
            "",
            "Exit code 0 if it is allowed, 1 if not.",
            "Example: portolan explain bank.portolan.yaml --flow FLOW-0031",
            "Example: portolan explain bank.portolan.yaml --from east/pay/api --to zos1 --port 1414"
        })
final class ExplainCommand implements Callable<Integer> {
    @Parameters(paramLabel = "DESIGN|DIR", description = "A design file, or manifests.")
    private Path input = Path.of("");

    @Option(names = "--flow", paramLabel = "ID", description = "A flow of the design.")
    private @Nullable String flow;

    @Mixin private Ends ends = new Ends();

    @Option(names = "--format", description = "text or json (default: text).")
    private Format format = Format.TEXT;

    @Mixin private Destination destination = new Destination();

    @Override
    public Integer call() {
        OpenedDesign opened = OpenedDesign.read(input);
        UnsupportedInputException.check(opened.design());
        destination.noteAssumptions(opened.design());
        CompiledDesign compiled = PlanCompiler.compile(opened.design());
        TraceText trace = flow == null ? asked(compiled) : drawn(compiled, flow);
        destination.print(format == Format.TEXT ? trace.text() : trace.json());
        return trace.explained().verdict() instanceof Verdict.Allowed
                ? PortolanCommand.CLEAN
                : PortolanCommand.FINDINGS;
    }

    private TraceText asked(CompiledDesign compiled) {
        Question question = ends.question(compiled.design());
        return new TraceText(
                ends.words(), Explained.of(compiled, Reachability.of(compiled), question));
    }

    private static TraceText drawn(CompiledDesign compiled, String id) {
        Map<String, Flow> flows = compiled.design().flows();
        Flow found =
                Optional.ofNullable(flows.get(id))
                        .orElseThrow(() ->
                                new InvalidInputException(
                                        "There is no flow (%s) in the design. It has: %s."
                                                .formatted(id, String.join(", ", flows.keySet()))));
        return new TraceText(
                TraceText.title(compiled.design(), found),
                Explained.of(compiled, Reachability.of(compiled), found));
    }
}
