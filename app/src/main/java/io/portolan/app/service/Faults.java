package io.portolan.app.service;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/// Faults of our own: the stack trace goes to a log file that the user can send, never to the
/// screen.
public final class Faults {
    private Faults() {}

    /// Appends the stack trace to the log file.
    ///
    /// @return one line: what happened and where the details are
    public static String keep(Throwable thrown) {
        Path log = logFile();
        try {
            Files.createDirectories(log.toAbsolutePath().getParent());
            Files.writeString(
                    log, stackTrace(thrown), StandardOpenOption.CREATE, StandardOpenOption.APPEND);
            return "%s (details in %s)".formatted(thrown, log);
        } catch (IOException e) {
            return "%s (no details: %s cannot be written)".formatted(thrown, log);
        }
    }

    /// `portolan.log` in the user's state folder (XDG base directories), else beside the temporary
    /// files.
    static Path logFile() {
        String state = System.getenv("XDG_STATE_HOME");
        if (state != null && !state.isBlank()) {
            return Path.of(state, "portolan", "portolan.log");
        }
        Path home = Path.of(System.getProperty("user.home", "."));
        return Files.isWritable(home)
                ? home.resolve(Path.of(".local", "state", "portolan", "portolan.log"))
                : Path.of(System.getProperty("java.io.tmpdir"), "portolan.log");
    }

    private static String stackTrace(Throwable thrown) {
        StringWriter text = new StringWriter();
        thrown.printStackTrace(new PrintWriter(text));
        return text.toString();
    }
}
