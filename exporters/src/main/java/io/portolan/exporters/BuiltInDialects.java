package io.portolan.exporters;

import io.portolan.exporters.spi.Dialect;
import io.portolan.exporters.spi.DialectProvider;

import java.util.List;

/// The dialects that come with Portolan, sorted, one a line.
public final class BuiltInDialects implements DialectProvider {
    @Override
    public List<Dialect> dialects() {
        // spotless:off
        return List.of();
        // spotless:on
    }
}
