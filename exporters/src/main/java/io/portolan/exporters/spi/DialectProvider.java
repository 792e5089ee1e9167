package io.portolan.exporters.spi;

import java.util.List;

/// Contributes dialects; found with `ServiceLoader` on the class path.
public interface DialectProvider {
    List<Dialect> dialects();
}
