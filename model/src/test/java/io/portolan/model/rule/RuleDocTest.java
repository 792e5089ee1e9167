package io.portolan.model.rule;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.SequencedMap;
import java.util.TreeMap;

/// The rules in `docs/rules` are those of the program; `-Dgolden.update` writes them anew.
class RuleDocTest {
    private static final Path DOCS = Path.of("..", "docs", "rules");

    @Test
    void theCommittedPagesAreThoseOfTheRules() throws IOException {
        SequencedMap<String, String> pages = pages();
        if (Boolean.getBoolean("golden.update") || "".equals(System.getProperty("golden.update"))) {
            Files.createDirectories(DOCS);
            for (var page : pages.entrySet()) {
                Files.writeString(DOCS.resolve(page.getKey()), page.getValue());
            }
        }
        for (var page : pages.entrySet()) {
            assertThat(DOCS.resolve(page.getKey())).hasContent(page.getValue());
        }
        try (var files = Files.list(DOCS)) {
            assertThat(files.map(f -> f.getFileName().toString()))
                    .containsExactlyInAnyOrderElementsOf(pages.keySet());
        }
    }

    private static SequencedMap<String, String> pages() {
        SequencedMap<String, String> pages = new TreeMap<>();
        StringBuilder index =
                new StringBuilder("# Rules\n\n| Id | Severity | Title |\n|---|---|---|\n");
        for (DesignRule rule : Rules.all()) {
            RuleInfo info = rule.info();
            pages.put(info.id() + ".md", Rules.page(info.id()).orElseThrow());
            index.append(
                    "| [%s](%s.md) | %s | %s |\n"
                            .formatted(
                                    info.id(),
                                    info.id(),
                                    info.severity().name().toLowerCase(Locale.ROOT),
                                    info.title()));
        }
        pages.put("index.md", index.toString());
        return pages;
    }
}
