package io.portolan.app.ui.journey;

import io.portolan.model.format.DesignStore;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/// The estate that the first journey draws and the others begin with. `-Dgolden.update` keeps what
/// was drawn.
final class Estate {
    private static final Path FILE =
            Path.of("src", "test", "resources", "journeys", "estate.portolan.yaml");

    private Estate() {}

    /// Its text, as it was drawn the last time that somebody looked.
    static String text() throws IOException {
        return Files.readString(FILE);
    }

    /// A copy to work on, with its positions.
    static Path copy(Path folder) throws IOException {
        Path file = folder.resolve(FILE.getFileName());
        copy(FILE, file);
        copy(DesignStore.layoutFile(FILE), DesignStore.layoutFile(file));
        return file;
    }

    static void accept(Path drawn) throws IOException {
        if (System.getProperty("golden.update") != null) {
            Files.createDirectories(FILE.getParent());
            copy(drawn, FILE);
            copy(DesignStore.layoutFile(drawn), DesignStore.layoutFile(FILE));
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        Files.copy(from, to, StandardCopyOption.REPLACE_EXISTING);
    }
}
