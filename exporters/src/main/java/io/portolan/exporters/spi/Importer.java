package io.portolan.exporters.spi;

import java.util.List;

/// Reads configuration as users have it. Never throws on input: what cannot be read is listed.
public interface Importer {
    ImportResult read(List<Source> sources);
}
