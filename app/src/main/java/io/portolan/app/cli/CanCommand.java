package io.portolan.app.cli;

import io.portolan.app.service.OpenedDesign;
import io.portolan.app.service.UnsupportedInputException;
import io.portolan.model.compile.PlanCompiler;
import io.portolan.model.reach.Reachability;
import io.portolan.model.reach.Verdict;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

import java.nio.file.Path;
import java.util.concurrent.Callable;

/// `portolan can`: one connection, one word.
@Command(
        name = "can",
        mixinStandardHelpOptions = true,
        description = {
            "Prints allow, deny or undefined for one new connection.",
            "",
            "`portolan explain` with the same options shows why."
        },
        footer = {
            "",
            "Example: portolan can manifests/ --from shop/web --to shop/db --port 5432 --protocol"
                    + " tcp"
        })
final class CanCommand implements Callable<Integer> {
    @Parameters(paramLabel = "DIR|DESIGN", description = "A design file, or manifests.")
    private Path input = Path.of("");

    @Mixin private Ends ends = new Ends();

    @Mixin private Destination destination = new Destination();

    @Override
    public Integer call() {
        OpenedDesign opened = OpenedDesign.read(input);
        UnsupportedInputException.check(opened.design());
        destination.noteAssumptions(opened.design());
        Reachability reachability = Reachability.of(PlanCompiler.compile(opened.design()));
        destination.print(word(reachability.evaluate(ends.question(opened.design()))) + "\n");
        return PortolanCommand.CLEAN;
    }

    private static String word(Verdict verdict) {
        return switch (verdict) {
            case Verdict.Allowed _ -> "allow";
            case Verdict.Denied _, Verdict.NoRoute _ -> "deny";
            case Verdict.Partly(_, var ports, _) -> "allow only " + ports;
            case Verdict.Undefined _ -> "undefined";
        };
    }
}
