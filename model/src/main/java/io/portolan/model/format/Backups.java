package io.portolan.model.format;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.IntStream;

/// The last versions of a file in `.portolan-backups` beside it: `.1` is the newest.
final class Backups {
    private static final int KEPT = 5;

    private Backups() {}

    /// Those that exist, newest first.
    static List<Path> of(Path file) {
        return IntStream.rangeClosed(1, KEPT)
                .mapToObj(number -> path(file, number))
                .filter(Files::isRegularFile)
                .toList();
    }

    /// Keeps a copy of what the file holds now. The oldest makes room.
    static void keep(Path file) throws IOException {
        Files.createDirectories(path(file, 1).getParent());
        for (int number = KEPT - 1; number >= 1; number--) {
            if (Files.exists(path(file, number))) {
                Files.move(
                        path(file, number),
                        path(file, number + 1),
                        StandardCopyOption.REPLACE_EXISTING,
                        StandardCopyOption.ATOMIC_MOVE);
            }
        }
        AtomicFile.write(path(file, 1), Files.readAllBytes(file));
    }

    private static Path path(Path file, int number) {
        return file.toAbsolutePath()
                .resolveSibling(".portolan-backups")
                .resolve(file.getFileName() + "." + number);
    }
}
