package io.portolan.model.rule;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;

/// The rules there are: ours and those of other jars on the class path.
public final class Rules {
    private Rules() {}

    private static final class Loaded {
        static final List<DesignRule> RULES = load();

        private static List<DesignRule> load() {
            return ServiceLoader.load(RuleProvider.class, RuleProvider.class.getClassLoader())
                    .stream()
                    .flatMap(provider -> provider.get().rules().stream())
                    .sorted(Comparator.comparing(rule -> rule.info().id()))
                    .toList();
        }
    }

    /// Every rule, by id.
    public static List<DesignRule> all() {
        return Loaded.RULES;
    }

    /// The rule of that id.
    public static Optional<DesignRule> find(String id) {
        return all().stream().filter(rule -> rule.info().id().equals(id)).findFirst();
    }

    /// The page of a rule in Markdown: what it checks, why, and how to repair it.
    public static Optional<String> page(String id) {
        return find(id).flatMap(rule -> read(rule.getClass(), id));
    }

    private static Optional<String> read(Class<?> rule, String id) {
        try (InputStream page = rule.getResourceAsStream("/io/portolan/model/rule/" + id + ".md")) {
            return page == null
                    ? Optional.empty()
                    : Optional.of(new String(page.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("The page of rule " + id + " cannot be read.", e);
        }
    }
}
