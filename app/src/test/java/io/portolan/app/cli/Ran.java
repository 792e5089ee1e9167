package io.portolan.app.cli;

import picocli.CommandLine;

import java.io.PrintWriter;
import java.io.StringWriter;

/// What one command line left behind; lines end in `\n` on every system.
record Ran(int code, String out, String err) {
    static Ran of(String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        CommandLine line = PortolanCommand.commandLine(arguments);
        line.setOut(new PrintWriter(out));
        line.setErr(new PrintWriter(err));
        int code = line.execute(arguments);
        line.getOut().flush();
        line.getErr().flush();
        return new Ran(code, unix(out), unix(err));
    }

    private static String unix(StringWriter text) {
        return text.toString().replace("\r\n", "\n");
    }
}
