package io.portolan.app.service;

import io.portolan.model.design.Design;
import io.portolan.model.format.DesignStore;
import io.portolan.model.format.LoadedDesign;
import io.portolan.model.format.Problem;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
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

    static InvalidInputException unreadable(Path file, IOException e) {
        return new InvalidInputException("%s cannot be read (%s).".formatted(file, e.getMessage()));
    }

    /// Reads a design and its positions.
    ///
    /// @throws InvalidInputException with every problem and its place
    static OpenedDesign read(Path file) {
        LoadedDesign loaded = load(file);
        return new OpenedDesign(
                valid(file, loaded), new FilePlaces(file, loaded.sources()), Optional.empty());
    }

    static LoadedDesign load(Path file) {
        try {
            return DesignStore.load(file);
        } catch (IOException e) {
            throw unreadable(file, e);
        }
    }

    /// The design that was loaded.
    ///
    /// @throws InvalidInputException with every problem and its place if there is none
    static Design valid(Path file, LoadedDesign loaded) {
        List<String> problems = new ArrayList<>(places(file, loaded.problems()));
        problems.addAll(places(DesignStore.layoutFile(file), loaded.layoutProblems()));
        if (!problems.isEmpty()) {
            throw new InvalidInputException(problems);
        }
        return loaded.design().orElseThrow(() -> new InvalidInputException(file + " is empty."));
    }

    private static List<String> places(Path file, List<Problem> problems) {
        return problems.stream()
                .map(p -> "%s:%d:%d: %s".formatted(file, p.line(), p.column(), p.message()))
                .toList();
    }

    /// Saves a design and its positions, each whole or not at all; comments in the files stay.
    ///
    /// @throws InvalidInputException if a file cannot be written
    public static void save(Path file, Design design) {
        try {
            DesignStore.save(file, design);
        } catch (IOException e) {
            throw new InvalidInputException(
                    "%s cannot be written (%s). Check that the folder can be written and has room."
                            .formatted(file, e));
        }
    }

    /// `bank` for `bank.portolan.yaml`.
    public static String nameOf(Path file) {
        return String.valueOf(file.getFileName()).replaceFirst("(\\.portolan)?\\.ya?ml$", "");
    }
}
