package io.portolan.app.cli;

import picocli.CommandLine;

import java.io.PrintWriter;
import java.io.StringWriter;

/// One command line that was run: how it ended and what it said.
record Run(int exitCode, String out, String err) {
    static Run of(String... args) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        CommandLine line = PortolanCommand.commandLine();
        line.setOut(new PrintWriter(out));
        line.setErr(new PrintWriter(err));
        int exitCode = line.execute(args);
        line.getOut().flush();
        line.getErr().flush();
        return new Run(exitCode, out.toString(), err.toString());
    }
}
