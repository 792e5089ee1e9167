package io.portolan.exporters;

import io.portolan.exporters.spi.Dialect;
import io.portolan.exporters.spi.DialectProvider;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
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

    /// The page of a dialect in Markdown: who judged it, what it writes, what becomes a gap.
    public static Optional<String> page(Dialect dialect) {
        return told(dialect.id()).map(told -> head(dialect) + "\n" + told);
    }

    private static String head(Dialect dialect) {
        return "# %s\n\nThe target `%s` %s.\n\n## Who judged it\n\n%s. %s\n"
                .formatted(
                        dialect.title(),
                        dialect.id(),
                        does(dialect),
                        capitalised(dialect.proof().words()),
                        dialect.proof().by());
    }

    private static String does(Dialect dialect) {
        boolean reads = dialect.importer().isPresent();
        if (dialect.exporter().isEmpty()) {
            return "is read";
        }
        return reads ? "is written and read" : "is written";
    }

    private static String capitalised(String words) {
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }

    private static Optional<String> told(String id) {
        try (InputStream page = Dialects.class.getResourceAsStream("page/" + id + ".md")) {
            return page == null
                    ? Optional.empty()
                    : Optional.of(new String(page.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("The page of " + id + " cannot be read.", e);
        }
    }

    public static Optional<Dialect> find(String id) {
        return all().stream().filter(dialect -> dialect.id().equals(id)).findFirst();
    }
}
