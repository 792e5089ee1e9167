package io.portolan.app.service;

import io.portolan.model.format.AtomicFile;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/// A file that the user asked for: written whole or not at all.
public final class OutputFile {
    private OutputFile() {}

    /// Writes text as UTF-8.
    ///
    /// @throws InvalidInputException if it cannot be written
    public static void write(Path file, String text) {
        write(file, text.getBytes(StandardCharsets.UTF_8));
    }

    /// The same for bytes.
    ///
    /// @throws InvalidInputException if it cannot be written
    static void write(Path file, byte[] content) {
        try {
            AtomicFile.write(file, content);
        } catch (IOException e) {
            throw new InvalidInputException(
                    "%s cannot be written (%s). Check that the folder can be written and has room."
                            .formatted(file, e));
        }
    }
}
