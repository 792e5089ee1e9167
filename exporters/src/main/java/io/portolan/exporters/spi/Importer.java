package io.portolan.exporters.spi;

import java.util.List;

/// Reads configuration as users have it. Never throws on input: what cannot be read is listed.
public interface Importer {
    ImportResult read(List<Source> sources);

    /// The same importer, which calls the cluster, mesh or device that it reads by this id. For
    /// formats that carry no such name; others ignore it.
    default Importer naming(String id) {
        return this;
    }
}
