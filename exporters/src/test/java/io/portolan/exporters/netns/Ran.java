package io.portolan.exporters.netns;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// A program that ran to its end, and what it printed.
public record Ran(int status, String output) {
    private static final int LONGEST = 60;

    /// Runs a program without input.
    ///
    /// @throws AssertionError if it does not end within a minute
    public static Ran of(String... command) {
        try {
            Process process =
                    new ProcessBuilder(List.of(command)).redirectErrorStream(true).start();
            process.getOutputStream().close();
            byte[] output = process.getInputStream().readAllBytes();
            if (!process.waitFor(LONGEST, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new AssertionError("does not end: " + String.join(" ", command));
            }
            return new Ran(process.exitValue(), new String(output, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted: " + String.join(" ", command), e);
        }
    }

    /// Runs a program that must succeed.
    public static String ok(String... command) {
        Ran ran = of(command);
        if (ran.status() != 0) {
            throw new AssertionError(String.join(" ", command) + ": " + ran.output());
        }
        return ran.output();
    }
}
