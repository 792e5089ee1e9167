package io.portolan.app.ui.action;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.SequencedMap;
import java.util.stream.Stream;

/// All commands of the window in the order of the menus. Nothing in the window acts on a key or a
/// click in a menu without being in here.
public final class ActionRegistry {
    private final SequencedMap<String, Command> commands = new LinkedHashMap<>();

    /// Adds a command; ids and keys are given once.
    public void add(Command command) {
        commands.values().stream()
                .filter(c -> c.key().isPresent() && c.key().equals(command.key()))
                .findFirst()
                .ifPresent(taken -> refuse(command, "key", taken));
        Command before = commands.putIfAbsent(command.id(), command);
        if (before != null) {
            refuse(command, "id", before);
        }
    }

    private static void refuse(Command command, String what, Command taken) {
        throw new IllegalArgumentException(
                "The command (%s) has the %s of another (%s). Choose another %s."
                        .formatted(command.id(), what, taken.id(), what));
    }

    public List<Command> all() {
        return List.copyOf(commands.values());
    }

    public Command get(String id) {
        Command command = commands.get(id);
        if (command == null) {
            throw new IllegalArgumentException("There is no command (%s).".formatted(id));
        }
        return command;
    }

    public Stream<Command> in(Section section) {
        return commands.values().stream().filter(c -> c.section() == section);
    }

    /// The commands that somebody may mean who types this, best first: every word must occur; what
    /// begins with the first word comes before the rest.
    public List<Command> search(String text) {
        String typed = text.strip().toLowerCase(Locale.ROOT);
        List<String> words = Arrays.stream(typed.split("\\s+")).toList();
        return commands.values().stream()
                .filter(c -> words.stream().allMatch(searchText(c)::contains))
                .sorted((a, b) -> Boolean.compare(begins(b, typed), begins(a, typed)))
                .toList();
    }

    private static boolean begins(Command command, String typed) {
        return command.title().toLowerCase(Locale.ROOT).startsWith(typed);
    }

    private static String searchText(Command command) {
        return (command.section().title() + " " + command.title()).toLowerCase(Locale.ROOT);
    }
}
