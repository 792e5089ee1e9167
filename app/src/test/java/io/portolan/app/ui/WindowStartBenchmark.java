package io.portolan.app.ui;

import io.portolan.app.ui.canvas.DesignCanvas;

import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.stage.Window;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;

/// Opens the window on a design and prints what a user waits for, from the start of the process:
/// the window, the first picture, and the picture with checked verdicts. Ends then. Run it with the
/// options and the cache of the launcher, this class behind its class path.
public final class WindowStartBenchmark {
    private static final Duration PATIENCE = Duration.ofMillis(5);

    private WindowStartBenchmark() {}

    public static void main(String[] args) {
        say("main");
        Thread.ofPlatform().daemon().start(WindowStartBenchmark::watch);
        PortolanWindow.launch(args);
    }

    /// Begins as soon as there is a toolkit.
    private static void watch() {
        while (!begin()) {
            LockSupport.parkNanos(PATIENCE.toNanos());
        }
    }

    private static boolean begin() {
        try {
            Platform.runLater(() -> new Watch().start());
            return true;
        } catch (IllegalStateException _) {
            return false;
        }
    }

    private static void say(String what) {
        ProcessHandle.Info process = ProcessHandle.current().info();
        Instant begun = process.startInstant().orElseThrow();
        long millis = Duration.between(begun, Instant.now()).toMillis();
        long cpu = process.totalCpuDuration().orElse(Duration.ZERO).toMillis();
        System.out.printf(Locale.ROOT, "%-28s %5d ms, CPU %5d ms%n", what, millis, cpu);
    }

    /// Looks at each pulse what can be seen by now.
    private static final class Watch extends AnimationTimer {
        private int stage;

        @Override
        public void handle(long now) {
            Optional<DesignCanvas> canvas = canvas();
            boolean drawn = canvas.filter(c -> c.tally().nodes() > 0).isPresent();
            boolean checked =
                    drawn
                            && canvas.filter(c ->
                                            c.viewModel().design().flows().keySet().stream()
                                                    .allMatch(f -> c.verdictOf(f).isPresent()))
                                    .isPresent();
            step(0, !Window.getWindows().isEmpty(), "window");
            step(1, drawn, "first picture");
            step(2, checked, "picture with verdicts");
            if (stage == 3) {
                threads();
                System.exit(0);
            }
        }

        private void step(int from, boolean reached, String name) {
            if (stage == from && reached) {
                say(name);
                stage++;
            }
        }

        /// Who used the processor; compilers and collectors are the rest.
        private static void threads() {
            ThreadMXBean times = ManagementFactory.getThreadMXBean();
            for (Thread thread : Thread.getAllStackTraces().keySet()) {
                long millis = times.getThreadCpuTime(thread.threadId()) / 1_000_000;
                if (millis > 10) {
                    System.out.printf(Locale.ROOT, "  %-30s %5d ms%n", thread.getName(), millis);
                }
            }
        }

        private static Optional<DesignCanvas> canvas() {
            return Window.getWindows().stream()
                    .map(w -> w.getScene().lookup("#canvas"))
                    .filter(DesignCanvas.class::isInstance)
                    .map(DesignCanvas.class::cast)
                    .findFirst();
        }
    }
}
