package io.portolan.model.reach;

import com.sun.management.OperatingSystemMXBean;

import io.portolan.model.compile.CompiledDesign;
import io.portolan.model.design.Design;

import java.lang.management.ManagementFactory;
import java.util.Locale;

/// Prints how long the relation of synthetic estates takes, wall and CPU time. Run the class with
/// `-XX:TieredStopAtLevel=1`; an argument is the number of runs.
public final class RelationBenchmark {
    private RelationBenchmark() {}

    public static void main(String[] arguments) {
        int runs = arguments.length == 0 ? 1 : Integer.parseInt(arguments[0]);
        for (int run = 0; run < runs; run++) {
            measure(40, 50, 500);
            measure(400, 50, 5_000);
        }
    }

    private static void measure(int namespaces, int workloads, int policies) {
        CompiledDesign compiled =
                new CompiledDesign(
                        Design.EMPTY,
                        SyntheticEstate.estate(namespaces, workloads),
                        SyntheticEstate.plan(namespaces, workloads, policies));
        long cpu = cpu();
        long start = System.nanoTime();
        Relation relation = Reachability.of(compiled).relation();
        double rows = (System.nanoTime() - start) / 1e6;
        double used = (cpu() - cpu) / 1e6;
        start = System.nanoTime();
        int open = 0;
        for (int i = 0; i < 50_000; i++) {
            String from = SyntheticEstate.name(i % namespaces, i * 7 % workloads);
            String to = SyntheticEstate.name(i * 3 % namespaces, i % workloads);
            open += relation.allowed(from, to).isEmpty() ? 0 : 1;
        }
        double asked = (System.nanoTime() - start) / 1e6;
        System.out.printf(
                Locale.ROOT,
                "%d workloads, %d policies: relation %.0f ms wall, %.0f ms CPU; 50,000 pairs asked"
                        + " for in %.0f ms, %d of them open%n",
                namespaces * workloads,
                policies,
                rows,
                used,
                asked,
                open);
    }

    private static long cpu() {
        return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime();
    }
}
