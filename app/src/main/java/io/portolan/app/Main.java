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
        } else if (opensWindow(args)) {
            PortolanWindow.launch(args);
        } else if (args.length == 1 && args[0].startsWith(Training.OPTION)) {
            Training.asked(args[0]).ifPresentOrElse(Training::run, () -> command(args));
        } else {
            command(args);
        }
    }

    /// Whoever is done ends by itself: to be asked to, the JVM sets up its logging first, which
    /// takes a tenth of a short command.
    private static void command(String[] args) {
        int code = PortolanCommand.run(args);
        if (code != 0) {
            System.exit(code);
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
