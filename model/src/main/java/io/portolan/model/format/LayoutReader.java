package io.portolan.model.format;

import io.portolan.model.design.Layout;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/// Reads `name.layout.yaml`. Never throws on what a text holds.
public final class LayoutReader {
    private LayoutReader() {}

    public static ReadLayout read(String text) {
        return read(() -> text);
    }

    /// Reads the bytes of a file, which may be no text at all.
    public static ReadLayout read(byte[] bytes) {
        return read(() -> YamlReader.decode(bytes));
    }

    private static ReadLayout read(Supplier<String> text) {
        try {
            RecordReader reader = new RecordReader();
            Optional<LayoutFile> file =
                    reader.read(
                            Migrations.ALL.migrate(YamlReader.read(text.get())), LayoutFile.class);
            return new ReadLayout(
                    file.map(f -> new Layout(f.boxes(), f.views())), reader.problems());
        } catch (Malformed e) {
            Problem problem = Problem.at(e.at(), "", String.valueOf(e.getMessage()));
            return new ReadLayout(Optional.empty(), List.of(problem));
        }
    }
}
