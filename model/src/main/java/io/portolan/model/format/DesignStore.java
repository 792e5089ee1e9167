package io.portolan.model.format;

import io.portolan.model.design.Design;
import io.portolan.model.design.Layout;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// Loads and saves designs: `name.portolan.yaml`, `name.layout.yaml` beside it, backups, and the
/// journal, which a save ends.
public final class DesignStore {
    private static final String MODEL = ".portolan.yaml";
    private static final String LAYOUT = ".layout.yaml";

    private DesignStore() {}

    /// Loads a design with its layout.
    ///
    /// @throws IOException if the file cannot be read; what it holds is never an exception
    public static LoadedDesign load(Path file) throws IOException {
        ReadDesign read = DesignReader.read(bytes(file));
        ReadLayout layout = layout(layoutFile(file));
        return new LoadedDesign(
                read.design().map(d -> d.with(layout.layout().orElse(Layout.EMPTY))),
                read.problems(),
                layout.problems(),
                read.sources());
    }

    /// One byte more than may be read shows that a file is too long, without reading it all.
    private static byte[] bytes(Path file) throws IOException {
        try (var in = Files.newInputStream(file)) {
            return in.readNBytes(YamlReader.MAX_LENGTH + 1);
        }
    }

    private static ReadLayout layout(Path file) throws IOException {
        if (!Files.exists(file)) {
            return new ReadLayout(Optional.of(Layout.EMPTY), List.of());
        }
        return LayoutReader.read(bytes(file));
    }

    /// The file that holds the positions of a design.
    public static Path layoutFile(Path file) {
        String name = file.getFileName().toString();
        String stem =
                name.endsWith(MODEL)
                        ? name.substring(0, name.length() - MODEL.length())
                        : name.replaceFirst("\\.(ya?ml|json)$", "");
        return file.resolveSibling(stem + LAYOUT);
    }

    /// Saves a design with its layout, and ends its journal. Keeps what is written by hand in the
    /// files; a file that would not change is not touched; the version before goes to the backups.
    ///
    /// @throws IOException if it cannot be saved; then the files are as they were
    public static void save(Path file, Design design) throws IOException {
        replace(file, Files.exists(file) ? updated(file, design) : DesignWriter.write(design));
        Path layout = layoutFile(file);
        if (Files.exists(layout) || !design.layout().boxes().isEmpty()) {
            replace(layout, LayoutWriter.write(design.layout()));
        }
        Journal.of(file).discard();
    }

    private static String updated(Path file, Design design) throws IOException {
        return DesignWriter.update(new String(bytes(file), StandardCharsets.UTF_8), design);
    }

    private static void replace(Path file, String text) throws IOException {
        byte[] content = text.getBytes(StandardCharsets.UTF_8);
        if (!Files.exists(file)) {
            AtomicFile.write(file, content);
        } else if (!Arrays.equals(bytes(file), content)) {
            Backups.keep(file);
            AtomicFile.write(file, content);
        }
    }

    /// The kept versions of a file before its last saves, newest first.
    public static List<Path> backups(Path file) {
        return Backups.of(file);
    }
}
