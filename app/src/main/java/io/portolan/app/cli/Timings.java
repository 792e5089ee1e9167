package io.portolan.app.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.Locale;
import java.util.function.Supplier;

/// How long each step of a command took, wall clock and processors together, for whoever asks: on
/// the standard error, so that the answer stays the same.
@Command
final class Timings {
    @Mixin private Console console = new Console();

    @Option(names = "--timings", description = "Print to standard error how long each step took.")
    private boolean wanted;

    /// Does one step. What comes before the first one is the start of the program.
    <T> T step(String name, Supplier<T> work) {
        if (!wanted) {
            return work.get();
        }
        Duration cpu = cpu();
        long start = System.nanoTime();
        T result = work.get();
        print(name, Duration.ofNanos(System.nanoTime() - start), cpu().minus(cpu));
        return result;
    }

    /// Does one step that gives nothing back.
    void step(String name, Runnable work) {
        step(
                name,
                () -> {
                    work.run();
                    return name;
                });
    }

    /// The whole process until now. The system's own start of it is only known to the second.
    void total() {
        if (wanted) {
            long uptime = ManagementFactory.getRuntimeMXBean().getUptime();
            print("whole process", Duration.ofMillis(uptime), cpu());
        }
    }

    private static Duration cpu() {
        return ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO);
    }

    private void print(String name, Duration wall, Duration cpu) {
        console.note(
                String.format(
                        Locale.ROOT,
                        "%-14s %6d ms, processors %6d ms",
                        name,
                        wall.toMillis(),
                        cpu.toMillis()));
    }
}
