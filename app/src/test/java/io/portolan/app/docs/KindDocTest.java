package io.portolan.app.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.icons.IconCatalogue;
import io.portolan.model.design.Kinds;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SequencedMap;

/// Every kind has its icon and its page; `-Dgolden.update` writes the pages anew.
class KindDocTest {
    private static final Path DOCS = Path.of("..", "docs", "kinds");

    @Test
    void everyKindHasAnIconAndEveryIconOfAKindHasItsKind() {
        assertThat(IconCatalogue.kinds())
                .containsExactlyInAnyOrderElementsOf(
                        Kinds.all().stream().map(Kinds::nameOf).toList());
        assertThat(IconCatalogue.kinds())
                .allSatisfy(name -> assertThat(IconCatalogue.find(name)).isPresent());
    }

    @Test
    void theCommittedPagesAreThoseOfTheRecords() throws IOException {
        SequencedMap<String, String> pages = KindPages.all();
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
