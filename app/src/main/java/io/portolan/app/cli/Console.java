package io.portolan.app.cli;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

import java.io.PrintWriter;

/// The standard output of the command it is mixed into.
@Command
final class Console {
    @Spec(Spec.Target.MIXEE)
    private @Nullable CommandSpec command;

    void print(String text) {
        if (command == null) {
            throw new IllegalStateException("picocli has not filled in the command");
        }
        PrintWriter out = command.commandLine().getOut();
        out.print(text);
        out.flush();
    }
}
