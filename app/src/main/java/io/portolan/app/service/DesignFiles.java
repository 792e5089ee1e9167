package io.portolan.app.service;

import io.portolan.model.design.Design;
import io.portolan.model.design.Layout;
import io.portolan.model.format.AtomicFiles;
import io.portolan.model.format.DesignReader;
import io.portolan.model.format.DesignWriter;
import io.portolan.model.format.LayoutReader;
import io.portolan.model.format.LayoutWriter;
import io.portolan.model.format.Problem;
import io.portolan.model.format.ReadDesign;
import io.portolan.model.format.ReadLayout;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// Design files as users name them: the design and, beside it, its positions.
public final class DesignFiles {
    private static final String ENDING = ".portolan.yaml";
    private static final String KEY = "portolan:";
    private static final int ENOUGH = 4096;

    private DesignFiles() {}

    /// Whether a file is a design rather than a manifest: by its name, or by the key that every
    /// design begins with.
    static boolean isDesign(Path file) {
        return file.toString().endsWith(ENDING)
                || beginning(file).lines().anyMatch(l -> l.startsWith(KEY));
    }

    private static String beginning(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            return new String(in.readNBytes(ENOUGH), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw unreadable(file, e);
        }
    }

    private static InvalidInputException unreadable(Path file, IOException e) {
        return new InvalidInputException("%s cannot be read (%s).".formatted(file, e.getMessage()));
    }

    /// Reads a design and its positions.
    ///
    /// @throws InvalidInputException with every problem and its place
    static OpenedDesign read(Path file) {
        ReadDesign read = DesignReader.read(bytes(file));
        Design design = read.design().orElseThrow(() -> invalid(file, read.problems()));
        return new OpenedDesign(
                design.with(layout(layoutOf(file))),
                new FilePlaces(file, read.sources()),
                Optional.empty());
    }

    /// Writes a new design file and its positions, each whole or not at all.
    public static void write(Path file, Design design) {
        AtomicFiles.write(file, DesignWriter.write(design));
        if (!design.layout().boxes().isEmpty()) {
            AtomicFiles.write(layoutOf(file), LayoutWriter.write(design.layout()));
        }
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw unreadable(file, e);
        }
    }

    private static InvalidInputException invalid(Path file, List<Problem> problems) {
        return new InvalidInputException(
                problems.stream()
                        .map(p -> "%s:%d:%d: %s".formatted(file, p.line(), p.column(), p.message()))
                        .toList());
    }

    private static Layout layout(Path file) {
        if (!Files.exists(file)) {
            return Layout.EMPTY;
        }
        ReadLayout read = LayoutReader.read(new String(bytes(file), StandardCharsets.UTF_8));
        return read.layout().orElseThrow(() -> invalid(file, read.problems()));
    }

    /// `bank.layout.yaml` for `bank.portolan.yaml`.
    public static Path layoutOf(Path file) {
        return file.resolveSibling(nameOf(file) + ".layout.yaml");
    }

    /// `bank` for `bank.portolan.yaml`.
    public static String nameOf(Path file) {
        return String.valueOf(file.getFileName()).replaceFirst("(\\.portolan)?\\.ya?ml$", "");
    }
}
