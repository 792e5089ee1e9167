package io.portolan.model.format;

import io.portolan.model.design.Design;
import io.portolan.model.format.YamlNode.Mapping;

/// Writes `name.portolan.yaml`: the same design gives the same bytes.
public final class DesignWriter {
    /// Sections, elements and their keys each stand on a line of their own.
    static final int OPEN_LEVELS = 2;

    private DesignWriter() {}

    /// The whole design, without its layout. What is absent is left out.
    public static String write(Design design) {
        return YamlText.document(tree(design), OPEN_LEVELS);
    }

    static Mapping tree(Design design) {
        return (Mapping) RecordWriter.tree(DesignFile.of(design), DesignFile.class);
    }
}
