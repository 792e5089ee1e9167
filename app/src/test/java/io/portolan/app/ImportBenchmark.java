package io.portolan.app;

import com.sun.management.OperatingSystemMXBean;

import io.portolan.exporters.Dialects;
import io.portolan.exporters.spi.ImportResult;
import io.portolan.exporters.spi.SourceFiles;
import io.portolan.model.compile.CompiledDesign;
import io.portolan.model.compile.PlanCompiler;
import io.portolan.model.reach.Reachability;
import io.portolan.model.reach.Relation;
import io.portolan.model.rule.Review;
import io.portolan.model.rule.RuleContext;
import io.portolan.model.rule.RuleRunner;

import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/// Prints wall and CPU time of every step from a folder of manifests to its findings. Run the class
/// in a fresh JVM with `-XX:TieredStopAtLevel=1 -XX:+UseSerialGC`; the argument is the folder, a
/// second one the number of runs.
public final class ImportBenchmark {
    private static final LocalDate DAY = LocalDate.of(2030, 1, 1);

    private ImportBenchmark() {}

    public static void main(String[] arguments) {
        if (arguments.length == 0) {
            System.out.println("Name a folder of manifests.");
            return;
        }
        int runs = arguments.length < 2 ? 1 : Integer.parseInt(arguments[1]);
        for (int run = 0; run < runs; run++) {
            Path folder = Path.of(arguments[0]);
            step("all", () -> measure(folder));
        }
    }

    private static Review measure(Path folder) {
        SourceFiles.Found found =
                step("read", () -> SourceFiles.read(List.of(folder), List.of(".yaml", ".json")));
        ImportResult result =
                step(
                        "import",
                        () ->
                                Dialects.find("kubernetes")
                                        .flatMap(dialect -> dialect.importer())
                                        .orElseThrow()
                                        .read(found.sources()));
        CompiledDesign compiled = step("compile", () -> PlanCompiler.compile(result.design()));
        Reachability reachability = step("index", () -> Reachability.of(compiled));
        Relation relation = step("relation", reachability::relation);
        int pairs = step("pairs", () -> pairs(relation));
        RuleContext context = new RuleContext(compiled, reachability, DAY);
        Review review = step("rules", () -> RuleRunner.run(context));
        System.out.printf(
                Locale.ROOT,
                "%d elements, %d pairs open, %d findings%n",
                result.design().elements().size(),
                pairs,
                review.findings().size());
        return review;
    }

    private static int pairs(Relation relation) {
        AtomicInteger pairs = new AtomicInteger();
        relation.forEach(_ -> pairs.incrementAndGet());
        return pairs.get();
    }

    private static <T> T step(String name, Supplier<T> work) {
        long cpu = cpu();
        long start = System.nanoTime();
        T result = work.get();
        System.out.printf(
                Locale.ROOT,
                "%-8s %6.0f ms wall %6.0f ms CPU%n",
                name,
                (System.nanoTime() - start) / 1e6,
                (cpu() - cpu) / 1e6);
        return result;
    }

    private static long cpu() {
        return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime();
    }
}
