package io.portolan.model.format;

import io.portolan.model.design.Design;

import java.util.Optional;

/// Reads `name.portolan.yaml`. Never throws on what a text holds: that is a problem with a line.
public final class DesignReader {
    private DesignReader() {}

    public static ReadDesign read(String text) {
        return read(text, Migrations.ALL);
    }

    static ReadDesign read(String text, Migrations migrations) {
        try {
            return bind(migrations.migrate(YamlReader.read(text)));
        } catch (Malformed e) {
            return ReadDesign.failed(e);
        }
    }

    /// Reads the bytes of a file, which may be no text at all.
    public static ReadDesign read(byte[] bytes) {
        try {
            return read(YamlReader.decode(bytes));
        } catch (Malformed e) {
            return ReadDesign.failed(e);
        }
    }

    private static ReadDesign bind(YamlNode root) {
        RecordReader reader = new RecordReader();
        Optional<Design> design = reader.read(root, DesignFile.class).map(DesignFile::design);
        return new ReadDesign(design, reader.problems(), new SourceMap(root));
    }
}
