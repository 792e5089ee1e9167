package io.portolan.exporters;

import io.portolan.exporters.spi.Dialect;
import io.portolan.exporters.spi.DialectProvider;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;

/// All dialects on the class path.
public final class Dialects {
    private Dialects() {}

    /// Every dialect, by id.
    public static List<Dialect> all() {
        return ServiceLoader.load(DialectProvider.class).stream()
                .flatMap(provider -> provider.get().dialects().stream())
                .sorted(Comparator.comparing(Dialect::id))
                .toList();
    }

    public static Optional<Dialect> find(String id) {
        return all().stream().filter(dialect -> dialect.id().equals(id)).findFirst();
    }
}
