package io.portolan.app;

import com.sun.management.OperatingSystemMXBean;

import io.portolan.exporters.Dialects;
import io.portolan.exporters.manifest.ManifestReader;
import io.portolan.exporters.manifest.Notices;
import io.portolan.exporters.spi.ImportResult;
import io.portolan.exporters.spi.Source;
import io.portolan.exporters.spi.SourceFiles;
import io.portolan.model.compile.CompiledDesign;
import io.portolan.model.compile.PlanCompiler;
import io.portolan.model.reach.Reachability;
import io.portolan.model.reach.Relation;
import io.portolan.model.report.ConnectivityTable;
import io.portolan.model.rule.Review;
import io.portolan.model.rule.RuleContext;
import io.portolan.model.rule.RuleRunner;

import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;

/// Prints wall and CPU time of every step of `validate` and `connectivity`, for each folder of
/// manifests named: estates of one, two and four times a size show how the steps grow. Run it in a
/// fresh JVM with the options of the launcher (`-XX:TieredStopAtLevel=1 -XX:+UseSerialGC`). Every
/// folder is taken three times: the first time pays for loading and compiling the classes.
public final class CommandBenchmark {
    private static final int RUNS = 3;
    private static final LocalDate DAY = LocalDate.of(2030, 1, 1);

    private CommandBenchmark() {}

    public static void main(String[] folders) {
        if (folders.length == 0) {
            System.out.println("Name folders of manifests.");
        }
        for (String folder : folders) {
            for (int run = 1; run <= RUNS; run++) {
                System.out.printf(Locale.ROOT, "%s, run %d%n", folder, run);
                step("all", () -> measure(Path.of(folder)));
            }
        }
    }

    private static int measure(Path folder) {
        List<Source> sources = step("files", () -> files(folder));
        step("YAML alone", () -> parsed(sources));
        ImportResult result = step("import", () -> imported(sources));
        CompiledDesign compiled = step("compile", () -> PlanCompiler.compile(result.design()));
        Reachability reachability = step("index", () -> Reachability.of(compiled));
        Relation relation = step("relation", reachability::relation);
        ConnectivityTable table =
                step("table", () -> ConnectivityTable.of(result.design(), relation));
        String text = step("text", table::toText);
        RuleContext context = new RuleContext(compiled, reachability, DAY);
        Review review = step("rules", () -> RuleRunner.run(context));
        System.out.printf(
                Locale.ROOT,
                "%d elements, %d rows, %d characters, %d findings%n",
                result.design().elements().size(),
                table.rows().size(),
                text.length(),
                review.findings().size());
        return text.length();
    }

    private static List<Source> files(Path folder) {
        return SourceFiles.read(List.of(folder), List.of(".yaml", ".json")).sources();
    }

    /// Once more what the import begins with, by itself.
    private static long parsed(List<Source> sources) {
        return sources.parallelStream()
                .mapToLong(source -> ManifestReader.read(source, new Notices()).size())
                .sum();
    }

    private static ImportResult imported(List<Source> sources) {
        return Dialects.find("kubernetes")
                .flatMap(dialect -> dialect.importer())
                .orElseThrow()
                .read(sources);
    }

    private static <T> T step(String name, Supplier<T> work) {
        long cpu = cpu();
        long start = System.nanoTime();
        T result = work.get();
        System.out.printf(
                Locale.ROOT,
                "%-10s %6.0f ms wall %6.0f ms CPU%n",
                name,
                (System.nanoTime() - start) / 1e6,
                (cpu() - cpu) / 1e6);
        return result;
    }

    private static long cpu() {
        return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime();
    }
}
