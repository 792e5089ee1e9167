package io.portolan.app;

import io.portolan.app.cli.PortolanCommand;

import java.util.List;

/// Starts the command line.
public final class Main {
    private Main() {}

    public static void main(String[] args) {
        if (args.length == 1 && List.of("--version", "-V").contains(args[0])) {
            System.out.println(
                    "portolan " + Version.text()); // before picocli is loaded: a tenth of a second
        } else {
            System.exit(PortolanCommand.run(args));
        }
    }
}
