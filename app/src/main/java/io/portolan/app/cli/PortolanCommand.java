package io.portolan.app.cli;

import io.portolan.app.Version;
import io.portolan.app.service.Faults;
import io.portolan.app.service.InvalidInputException;
import io.portolan.app.service.UnsupportedInputException;

import org.jspecify.annotations.Nullable;

import picocli.AutoComplete.GenerateCompletion;
import picocli.CommandLine;
import picocli.CommandLine.Command;

import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;

/// `portolan`: the command that holds the others.
@Command(
        name = "portolan",
        description =
                "Designs networks, proves what can talk to what, and writes what enforces it.",
        synopsisSubcommandLabel = "[COMMAND]",
        mixinStandardHelpOptions = true,
        versionProvider = PortolanCommand.VersionText.class,
        footer = {
            "",
            "Without a command, or with a design file alone, the window opens.",
            "Exit codes: 0 clean or done, 1 findings, 2 invalid input or usage,",
            "3 policies that are not analysed yet, so that no answer is given."
        })
public final class PortolanCommand implements Runnable {
    /// Nothing to report.
    static final int CLEAN = 0;

    static final int FINDINGS = 1;
    static final int INVALID = 2;

    /// The input holds policies that are not analysed: any answer could be wrong.
    static final int UNSUPPORTED = 3;

    /// In the order of the help.
    private static final List<Class<?>> COMMANDS =
            List.of(
                    ValidateCommand.class,
                    ExportCommand.class,
                    ImportCommand.class,
                    ConnectivityCommand.class,
                    CanCommand.class,
                    DiffCommand.class,
                    ExplainCommand.class,
                    RenderCommand.class,
                    RulesCommand.class,
                    TargetsCommand.class,
                    SchemaCommand.class,
                    GenerateCompletion.class);

    private static final String COMMAND_SUFFIX = "command";

    @CommandLine.Spec private CommandLine.Model.@Nullable CommandSpec spec;

    /// Runs a command line and says how it ended.
    ///
    /// @return the exit code of the process
    public static int run(String... args) {
        return commandLine(args).execute(args);
    }

    /// The command line for these words. Making all commands takes longer than most of them run:
    /// where the first word names one, the others are left out.
    static CommandLine commandLine(String... args) {
        CommandLine line = new CommandLine(new PortolanCommand());
        COMMANDS.stream()
                .filter(command -> isNamed(command, args))
                .findFirst()
                .<List<Class<?>>>map(List::of)
                .orElse(COMMANDS)
                .forEach(line::addSubcommand);
        line.setCaseInsensitiveEnumValuesAllowed(true);
        line.setUsageHelpLongOptionsMaxWidth(28);
        line.setExecutionExceptionHandler((thrown, command, _) -> failed(thrown, command));
        return line;
    }

    /// By the name of its class, since to read the name from its annotation takes a millisecond;
    /// completion is about all the others.
    private static boolean isNamed(Class<?> command, String... args) {
        return args.length > 0
                && command.getSimpleName()
                        .toLowerCase(Locale.ROOT)
                        .equals(args[0] + COMMAND_SUFFIX);
    }

    private static int failed(Exception thrown, CommandLine command) {
        return switch (thrown) {
            case InvalidInputException invalid -> said(invalid.messages(), INVALID, command);
            case UnsupportedInputException unsupported ->
                    said(unsupported.messages(), UNSUPPORTED, command);
            default -> {
                String fault = "this is a fault of the program, please report it: ";
                yield said(List.of(fault + Faults.keep(thrown)), INVALID, command);
            }
        };
    }

    private static int said(List<String> messages, int code, CommandLine command) {
        PrintWriter err = command.getErr();
        messages.forEach(message -> err.println("portolan: " + message));
        return code;
    }

    @Override
    public void run() {
        if (spec != null) {
            spec.commandLine().usage(spec.commandLine().getOut());
        }
    }

    /// Asked by picocli for `--version`.
    static final class VersionText implements CommandLine.IVersionProvider {
        @Override
        public String[] getVersion() {
            return new String[] {"portolan " + Version.text()};
        }
    }
}
