package io.portolan.exporters.kubernetes;

import com.sun.management.OperatingSystemMXBean;

import io.portolan.exporters.spi.ImportResult;
import io.portolan.exporters.spi.Source;

import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Locale;

/// Prints the CPU time of importing estates of one, two and four times a size, for each system that
/// is read: what grows faster than the estate has a fault. Run it in a JVM of its own; the first
/// round pays for loading and compiling the classes.
public final class ImportBenchmark {
    private static final int[] SIZES = {1_250, 1_250, 2_500, 5_000};

    private ImportBenchmark() {}

    public static void main(String[] systems) {
        for (LargeEstate estate : LargeEstate.ALL) {
            if (systems.length == 0 || List.of(systems).contains(estate.name())) {
                for (int size : SIZES) {
                    measure(estate, size);
                }
            }
        }
    }

    private static void measure(LargeEstate estate, int size) {
        List<Source> sources = estate.of(size);
        long before = cpu();
        ImportResult result = new KubernetesImporter().read(sources);
        System.out.printf(
                Locale.ROOT,
                "%-16s %5d: %6d ms CPU, %d policies, %d problems%n",
                estate.name(),
                size,
                (cpu() - before) / 1_000_000,
                LargeEstate.policies(result),
                result.problems().size());
    }

    private static long cpu() {
        return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
                .getProcessCpuTime();
    }
}
