package io.portolan.exporters;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SequencedMap;

/// The pages in `docs/dialects` are what the dialects say and write; `-Dgolden.update` writes them
/// anew.
class DialectDocTest {
    private static final Path DOCS = Path.of("..", "docs", "dialects");

    @Test
    void theCommittedPagesAreThoseOfTheDialects() throws IOException {
        SequencedMap<String, String> pages = DialectPages.all();
        if (System.getProperty("golden.update") != null) {
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
}
