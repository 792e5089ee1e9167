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
import java.util.Comparator;
import java.util.List;
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
        List<Verdict> verdicts =
                ends.questions(opened).stream().map(reachability::evaluate).toList();
        destination.print(word(strongest(verdicts)) + "\n");
        return PortolanCommand.CLEAN;
    }

    /// Where pods of one workload differ, what one of them can counts, as in the table.
    private static Verdict strongest(List<Verdict> verdicts) {
        return verdicts.stream()
                .min(Comparator.comparingInt(CanCommand::rank))
                .orElseThrow(() -> new IllegalStateException("no question was asked"));
    }

    private static int rank(Verdict verdict) {
        return switch (verdict) {
            case Verdict.Allowed _ -> 0;
            case Verdict.Partly _ -> 1;
            case Verdict.Undefined _ -> 2;
            case Verdict.Denied _, Verdict.NoRoute _ -> 3;
        };
    }

    private static String word(Verdict verdict) {
        return switch (verdict) {
            case Verdict.Allowed _ -> "allow";
            case Verdict.Denied _, Verdict.NoRoute _ -> "deny";
            case Verdict.Partly partly -> "allow only " + partly.allowedWords();
            case Verdict.Undefined(_, var reason) -> "undefined: " + reason;
        };
    }
}
