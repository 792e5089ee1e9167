package io.portolan.app.ui.shell;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// The designs that were open last, newest first, one path a line in a file of the user. Losing it
/// hurts nobody, so it is never a reason to stop.
public final class RecentFiles {
    private static final int MOST = 8;

    private final Path list;

    public RecentFiles(Path list) {
        this.list = list;
    }

    /// The file in the folder for such things of the user (XDG base directories).
    public static RecentFiles ofUser() {
        String state = System.getenv("XDG_STATE_HOME");
        Path folder =
                state == null || state.isBlank()
                        ? Path.of(System.getProperty("user.home", "."), ".local", "state")
                        : Path.of(state);
        return new RecentFiles(folder.resolve("portolan").resolve("recent.txt"));
    }

    /// Those that still exist.
    public List<Path> all() {
        return lines().stream().map(Path::of).filter(Files::isRegularFile).toList();
    }

    private List<String> lines() {
        try {
            return Files.isRegularFile(list) ? Files.readAllLines(list) : List.of();
        } catch (IOException | UncheckedIOException e) {
            return List.of();
        }
    }

    /// Puts a file at the top.
    public void add(Path file) {
        String path = file.toAbsolutePath().normalize().toString();
        List<String> lines = new ArrayList<>(lines());
        lines.remove(path);
        lines.addFirst(path);
        write(lines.stream().limit(MOST).toList());
    }

    private void write(List<String> lines) {
        try {
            Files.createDirectories(list.toAbsolutePath().getParent());
            Files.write(list, lines);
        } catch (IOException e) {
            System.getLogger("io.portolan").log(System.Logger.Level.DEBUG, "no recent files", e);
        }
    }
}
