package io.portolan.exporters.spi;

import io.portolan.model.compile.CompiledDesign;

/// What to export: everything of the compiled design that is the dialect's own.
public record ExportRequest(CompiledDesign compiled) {}
