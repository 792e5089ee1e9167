package io.portolan.model.format;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/// Writes files whole or not at all: into a temporary file beside the target, forced to the disk,
/// then moved over it in one step.
public final class AtomicFiles {
    private AtomicFiles() {}

    /// Writes text as UTF-8; missing folders are made.
    ///
    /// @throws UncheckedIOException with a message for the user if it cannot be written; the old
    ///   file is then untouched
    public static void write(Path file, String text) {
        write(file, text.getBytes(StandardCharsets.UTF_8));
    }

    /// The same for bytes.
    ///
    /// @throws UncheckedIOException as above
    public static void write(Path file, byte[] content) {
        Path target = file.toAbsolutePath();
        Path folder = target.getParent() == null ? target : target.getParent();
        try {
            Files.createDirectories(folder);
            Path temporary = folder.resolve(temporaryName(target));
            try {
                force(temporary, content);
                move(temporary, target);
            } finally {
                Files.deleteIfExists(temporary);
            }
            forceFolder(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "%s cannot be written (%s). Check that the folder can be written and has room."
                            .formatted(file, e),
                    e);
        }
    }

    /// One name for each process and thread, so that two writers never share a temporary file.
    private static String temporaryName(Path target) {
        return ".%s.%d-%d.tmp"
                .formatted(
                        target.getFileName(),
                        ProcessHandle.current().pid(),
                        Thread.currentThread().threadId());
    }

    private static void force(Path file, byte[] content) throws IOException {
        try (FileChannel channel =
                FileChannel.open(
                        file,
                        StandardOpenOption.CREATE,
                        StandardOpenOption.TRUNCATE_EXISTING,
                        StandardOpenOption.WRITE)) {
            ByteBuffer rest = ByteBuffer.wrap(content);
            while (rest.hasRemaining()) {
                channel.write(rest);
            }
            channel.force(true);
        }
    }

    private static void move(Path from, Path to) throws IOException {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException _) {
            Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /// Makes the new name durable. Windows cannot open folders and needs no such step.
    private static void forceFolder(Path folder) {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        } catch (IOException _) {
            return; // the content is safe; only the name may be lost with the power
        }
    }
}
