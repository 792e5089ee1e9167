package io.portolan.exporters.spi;

import io.portolan.model.compile.CompiledDesign;
import io.portolan.model.format.DesignHash;

/// What to export: everything of the compiled design that is the dialect's own. `origin` is for the
/// head of every file: the design and the state of it that the file was made from.
public record ExportRequest(CompiledDesign compiled, String origin) {
    public ExportRequest(CompiledDesign compiled) {
        this(compiled, originOf(compiled));
    }

    /// `hybrid-bank (3f9a1c22b0d4)`
    private static String originOf(CompiledDesign compiled) {
        return "%s (%s)".formatted(compiled.design().name(), DesignHash.of(compiled.design()));
    }
}
