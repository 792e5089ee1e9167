package io.portolan.model.reach;

import io.portolan.model.compile.CompiledDesign;
import io.portolan.model.design.Design;
import io.portolan.model.net.PortSet;
import io.portolan.model.net.Protocol;
import io.portolan.model.policy.EnforcementPlan;
import io.portolan.model.policy.Estate;

import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/// Prints what edits of policies and rules cost on a large estate: from the edit to the verdict on
/// a flow, and to all boxes again. Arguments: the number of edits.
public final class EditBenchmark {
    private EditBenchmark() {}

    public static void main(String[] arguments) {
        int edits = arguments.length == 0 ? 300 : Integer.parseInt(arguments[0]);
        ScaleEstate scale = new ScaleEstate(20, 20, 5_000, 2_000);
        Estate estate = scale.estate();
        EnforcementPlan plan = scale.plan();
        Reachability engine = Reachability.of(compiled(estate, plan));
        boxes(engine);
        Random random = new Random(11);
        for (int round = 0; round < 3; round++) {
            double[] verdict = new double[edits];
            double[] explained = new double[edits];
            for (int i = 0; i < edits; i++) {
                plan = PlanEdits.edited(plan, random);
                CompiledDesign edited = compiled(estate, plan);
                Question question = question(random);
                long start = cpu();
                engine = engine.after(edited);
                engine.evaluate(question);
                verdict[i] = (cpu() - start) / 1e6;
                start = cpu();
                engine.explain(question);
                explained[i] = (cpu() - start) / 1e6;
            }
            print("edit to verdict", verdict);
            print("explanation", explained);
        }
        double[] boxes = new double[10];
        for (int i = 0; i < boxes.length; i++) {
            plan = PlanEdits.edited(plan, random);
            CompiledDesign edited = compiled(estate, plan);
            long start = cpu();
            engine = engine.after(edited);
            boxes(engine);
            boxes[i] = (cpu() - start) / 1e6;
        }
        print("edit to all boxes", boxes);
    }

    /// Of this thread: the machine may be busy with other things.
    private static long cpu() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    private static CompiledDesign compiled(Estate estate, EnforcementPlan plan) {
        return new CompiledDesign(Design.EMPTY, estate, plan);
    }

    private static void boxes(Reachability engine) {
        engine.relation().forEachBox(_ -> {});
    }

    private static Question question(Random random) {
        int cluster = random.nextInt(20);
        int namespace = random.nextInt(20);
        int workload = random.nextInt(49);
        return new Question(
                new Question.Party.Member(ScaleEstate.name(cluster, namespace, workload)),
                new Question.Party.Member(ScaleEstate.name(cluster, namespace, workload + 1)),
                Protocol.TCP,
                PortSet.of(80 + 60 * random.nextInt(300)),
                Question.Payload.UNSPECIFIED,
                List.of());
    }

    private static void print(String what, double[] times) {
        double[] sorted = times.clone();
        Arrays.sort(sorted);
        System.out.printf(
                Locale.ROOT,
                "%s: p50 %.2f, p95 %.2f, p99 %.2f, most %.2f ms CPU%n",
                what,
                sorted[sorted.length / 2],
                sorted[sorted.length * 95 / 100],
                sorted[sorted.length * 99 / 100],
                sorted[sorted.length - 1]);
    }
}
