package io.portolan.exporters.spi;

/// Writes the parts of a plan that its language can say. Pure: the same request gives the same
/// bytes; it writes no file and reads no clock.
public interface Exporter {
    ExportResult export(ExportRequest request);
}
