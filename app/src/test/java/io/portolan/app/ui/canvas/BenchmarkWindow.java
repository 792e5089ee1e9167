package io.portolan.app.ui.canvas;

import io.portolan.app.picture.Estates;
import io.portolan.app.picture.Point;
import io.portolan.model.design.Design;

import javafx.animation.AnimationTimer;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.stage.Stage;

import java.lang.management.ManagementFactory;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Locale;

/// Frames of a design of 20,000 elements in a window of 1600 by 900, software renderer: time from
/// pulse to pulse, time of the processor, and the calls of one frame. Prints, asserts nothing.
public final class BenchmarkWindow extends Application {
    private static final int NODES = 12_000;
    private static final int FLOWS = 8_000;
    private static final int WARM = 30;
    private static final int MEASURED = 90;

    private final DesignCanvas canvas = new DesignCanvas();
    private final Deque<Scenario> scenarios = new ArrayDeque<>();
    private final double[] millis = new double[MEASURED];
    private int frame;
    private long last;
    private long cpuBefore;
    private long started;

    /// What each frame does to the view.
    private record Scenario(String name, Runnable begin, Runnable step) {}

    @Override
    public void start(Stage stage) {
        long t0 = System.nanoTime();
        Design design = Estates.of(NODES, FLOWS);
        long t1 = System.nanoTime();
        canvas.setDesign(design);
        canvas.displayList();
        long t2 = System.nanoTime();
        say("made the estate in %.0f ms, the display list in %.0f ms", ms(t1 - t0), ms(t2 - t1));
        stage.setScene(new Scene(canvas, 1600, 900));
        started = System.nanoTime();
        stage.show();
        Platform.runLater(() -> say("first frame after %.0f ms", ms(System.nanoTime() - started)));
        scenarios.addAll(
                List.of(
                        new Scenario("fit-all, painted", canvas::fit, () -> nudge(3, 0)),
                        new Scenario(
                                "zoom 0.12, painted",
                                () -> middle(0.12),
                                () -> nudge(frame % 40 < 20 ? 6 : -6, 2)),
                        new Scenario(
                                "zoom 0.3, painted",
                                () -> middle(0.3),
                                () -> nudge(frame % 40 < 20 ? 6 : -6, 2)),
                        new Scenario(
                                "zoom 1, painted",
                                () -> middle(1),
                                () -> nudge(frame % 40 < 20 ? 6 : -6, 2)),
                        new Scenario("zoom 0.3, by bitmap", () -> middle(0.3), this::sway),
                        new Scenario("overlay only", () -> middle(1), this::reselect)));
        scenarios.peek().begin().run();
        timer().start();
    }

    /// Another view, painted anew: as if the bitmap did not reach there.
    private void nudge(double dx, double dy) {
        canvas.layers().staySharp();
        canvas.look(canvas.viewport().pannedBy(-dx, -dy));
    }

    private void middle(double zoom) {
        canvas.zoomTo(zoom);
        canvas.look(canvas.viewport().centredOn(canvas.displayList().bounds().centre()));
    }

    private void sway() {
        canvas.layers().useBitmap();
        canvas.look(
                canvas.viewport().pannedBy(frame % 20 < 10 ? 12 : -12, frame % 20 < 10 ? 5 : -5));
    }

    private void reselect() {
        Point middle = canvas.viewport().seen().centre();
        canvas.viewModel()
                .elementAt(middle.plus(frame % 7, 0))
                .ifPresent(id -> canvas.select(List.of(id)));
    }

    private AnimationTimer timer() {
        return new AnimationTimer() {
            @Override
            public void handle(long now) {
                pulse(this);
            }
        };
    }

    private void pulse(AnimationTimer timer) {
        long now = System.nanoTime();
        if (frame == WARM) {
            cpuBefore = cpu();
        }
        if (frame > WARM) {
            millis[frame - WARM - 1] = ms(now - last);
        }
        last = now;
        if (frame++ < WARM + MEASURED) {
            scenarios.element().step().run();
            return;
        }
        report();
        frame = 0;
        scenarios.remove();
        if (scenarios.isEmpty()) {
            timer.stop();
            Platform.exit();
        } else {
            scenarios.peek().begin().run();
        }
    }

    private void report() {
        Arrays.sort(millis);
        Tally t = canvas.tally();
        say(
                "%-20s p50 %5.1f ms  p95 %5.1f ms  CPU %5.1f ms/frame | %s: %d calls, %d"
                        + " containers, %d edges, %d nodes",
                scenarios.element().name(),
                millis[MEASURED / 2],
                millis[MEASURED * 95 / 100],
                ms(cpu() - cpuBefore) / MEASURED,
                canvas.lod(),
                t.calls(),
                t.containers(),
                t.edges(),
                t.nodes());
    }

    private static long cpu() {
        return ((com.sun.management.OperatingSystemMXBean)
                        ManagementFactory.getOperatingSystemMXBean())
                .getProcessCpuTime();
    }

    private static double ms(long nanos) {
        return nanos / 1e6;
    }

    private static void say(String format, Object... values) {
        System.out.printf(Locale.ROOT, format + "%n", values);
    }
}
