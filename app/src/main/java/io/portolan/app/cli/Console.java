package io.portolan.app.cli;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

import java.io.PrintWriter;

/// The standard output and error of the command it is mixed into.
@Command
final class Console {
    @Spec(Spec.Target.MIXEE)
    private @Nullable CommandSpec command;

    void print(String text) {
        write(commandLine().getOut(), text);
    }

    /// What belongs beside the answer, not into it: goes to the standard error.
    void note(String text) {
        write(commandLine().getErr(), text + "\n");
    }

    private static void write(PrintWriter to, String text) {
        to.print(text);
        to.flush();
    }

    private CommandLine commandLine() {
        if (command == null) {
            throw new IllegalStateException("picocli has not filled in the command");
        }
        return command.commandLine();
    }
}
