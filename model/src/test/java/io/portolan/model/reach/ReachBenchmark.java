package io.portolan.model.reach;

import com.sun.management.OperatingSystemMXBean;

import io.portolan.model.compile.CompiledDesign;
import io.portolan.model.design.Design;
import io.portolan.model.net.Transport;
import io.portolan.model.policy.EnforcementPoint;
import io.portolan.model.policy.Estate;

import java.lang.management.ManagementFactory;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/// Prints what the engine costs on large estates, wall and CPU time. Run the class with
/// `-XX:TieredStopAtLevel=1 -XX:+UseSerialGC` for a fresh JVM, and with 60 runs, both compilers and
/// `-XX:+UseSerialGC -Xms6g -Xmn5g` for a warm one, where otherwise the collector is measured as
/// well; arguments are the number of runs and the sizes.
public final class ReachBenchmark {
    private ReachBenchmark() {}

    public static void main(String[] arguments) {
        int runs = arguments.length == 0 ? 3 : Integer.parseInt(arguments[0]);
        int[] sizes = arguments.length < 2 ? new int[] {1} : sizes(arguments);
        for (int size : sizes) {
            ScaleEstate scale = new ScaleEstate(20, 20 * size, 5_000 * size, 2_000);
            CompiledDesign compiled =
                    new CompiledDesign(Design.EMPTY, scale.estate(), scale.plan());
            for (int run = 0; run < runs; run++) {
                measure(compiled, size);
            }
        }
        for (int run = 0; run < runs; run++) {
            podsOnly(400);
            filter(2_000);
            adversarial(1);
            adversarial(2);
            adversarial(4);
        }
    }

    /// One cluster of 50 workloads in each namespace, network policies and nothing else.
    private static void podsOnly(int namespaces) {
        CompiledDesign compiled =
                new CompiledDesign(
                        Design.EMPTY,
                        SyntheticEstate.estate(namespaces, 50),
                        SyntheticEstate.plan(namespaces, 50, namespaces * 25 / 2));
        long[] boxes = new long[1];
        Clock clock = new Clock();
        Reachability.of(compiled).relation().forEachBox(_ -> boxes[0]++);
        System.out.printf(
                Locale.ROOT,
                "pods only, %d workloads: %d boxes %s%n",
                namespaces * 50,
                boxes[0],
                clock);
    }

    /// One list with nested blocks: all pairs of classes, and which rules never decide.
    private static void filter(int rules) {
        EnforcementPoint point = RandomFilter.of(rules);
        Clock clock = new Clock();
        int idle = FilterUse.idle(point, new Estate(List.of(), new LinkedHashMap<>())).size();
        System.out.printf(
                Locale.ROOT,
                "filter of %d rules: all pairs of classes %s, %d rules never decide%n",
                rules,
                clock,
                idle);
    }

    /// Every workload its own labels, policies across namespaces, overlapping ranges of ports,
    /// nobody closed by default.
    private static void adversarial(int size) {
        Adversary adversary = new Adversary(1_000 * size, 500 * size);
        CompiledDesign compiled =
                new CompiledDesign(Design.EMPTY, adversary.estate(), adversary.plan());
        long[] boxes = new long[1];
        Clock clock = new Clock();
        Relation relation = Reachability.of(compiled).relation();
        relation.forEachBox(_ -> boxes[0]++);
        System.out.printf(Locale.ROOT, "adversarial %dx: %d boxes %s%n", size, boxes[0], clock);
    }

    private static int[] sizes(String[] arguments) {
        int[] sizes = new int[arguments.length - 1];
        for (int i = 0; i < sizes.length; i++) {
            sizes[i] = Integer.parseInt(arguments[i + 1]);
        }
        return sizes;
    }

    private static void measure(CompiledDesign compiled, int size) {
        long[] boxes = new long[2];
        Clock clock = new Clock();
        Relation relation = Reachability.of(compiled).relation();
        relation.forEachBox(box -> {
            boxes[0]++;
            boxes[1] += (long) box.from().size() * box.to().size();
        });
        System.out.printf(
                Locale.ROOT,
                "%dx: relation with %d boxes (%d pairs in them) %s, %.0f MB%n",
                size,
                boxes[0],
                boxes[1],
                clock,
                heap());
        Random random = new Random(1);
        for (int round = 0; round < 2; round++) {
            String[] names = new String[100_000];
            for (int i = 0; i < names.length; i += 2) {
                int cluster = random.nextInt(20);
                int namespace = random.nextInt(20 * size);
                int workload = random.nextInt(49);
                names[i] = ScaleEstate.name(cluster, namespace, workload);
                names[i + 1] = ScaleEstate.name(cluster, namespace, workload + 1);
            }
            Clock asking = new Clock();
            int open = 0;
            for (int i = 0; i < names.length; i += 2) {
                int port = 80 + 60 * (i % 300);
                open += relation.allows(names[i], names[i + 1], Transport.TCP, port) ? 1 : 0;
            }
            System.out.printf(Locale.ROOT, "   50,000 checks %s, %d open%n", asking, open);
        }
    }

    private static double heap() {
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        return (runtime.totalMemory() - runtime.freeMemory()) / 1e6;
    }

    /// Wall and CPU time since it was made.
    private static final class Clock {
        private final long wall = System.nanoTime();
        private final long used = cpu();

        private static long cpu() {
            return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class)
                    .getProcessCpuTime();
        }

        @Override
        public String toString() {
            return String.format(
                    Locale.ROOT,
                    "%.0f ms wall, %.0f ms CPU",
                    (System.nanoTime() - wall) / 1e6,
                    (cpu() - used) / 1e6);
        }
    }
}
