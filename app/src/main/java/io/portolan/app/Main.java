package io.portolan.app;

import io.portolan.app.cli.PortolanCommand;
import io.portolan.app.cli.Training;
import io.portolan.app.ui.PortolanWindow;

import java.util.List;

/// Starts the window (no arguments, or one design file) or the command line. The command line loads
/// no JavaFX class.
public final class Main {
    private Main() {}

    public static void main(String[] args) {
        if (args.length == 1 && List.of("--version", "-V").contains(args[0])) {
            System.out.println(
                    "portolan " + Version.text()); // before picocli is loaded: a tenth of a second
        } else if (List.of(args).equals(List.of("--train-cli"))) {
            Training.run();
        } else if (opensWindow(args)) {
            PortolanWindow.launch(args);
        } else {
            System.exit(PortolanCommand.run(args));
        }
    }

    private static boolean opensWindow(String[] args) {
        return args.length == 0 || (args.length == 1 && isForWindow(args[0]));
    }

    private static boolean isForWindow(String argument) {
        return argument.equals("--train-window")
                || argument.endsWith(".yaml")
                || argument.endsWith(".yml");
    }
}
