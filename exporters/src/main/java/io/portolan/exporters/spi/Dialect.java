package io.portolan.exporters.spi;

import java.util.Optional;

/// One configuration language. `proof` is how its output was shown to be right. What it writes and
/// what becomes a gap is told on its page, the resource `page/<id>.md` of the exporters.
public record Dialect(
        String id,
        String title,
        Proof proof,
        Optional<Exporter> exporter,
        Optional<Importer> importer) {}
