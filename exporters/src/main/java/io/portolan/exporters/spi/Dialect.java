package io.portolan.exporters.spi;

import java.util.Optional;

/// One configuration language. `proof` is how its output was shown to be right.
public record Dialect(
        String id,
        String title,
        Proof proof,
        Optional<Exporter> exporter,
        Optional<Importer> importer) {}
