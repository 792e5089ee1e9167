package io.portolan.model.design;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.List;
import java.util.Optional;

class ElementFilterTest {
    private static final Site SITE =
            new Site(
                    ElementId.parse("frankfurt"),
                    "Frankfurt",
                    Optional.empty(),
                    new About(
                            Optional.of("Platform team"),
                            Optional.of("prod"),
                            Optional.empty(),
                            Optional.empty()),
                    List.of());
    private static final Client BRANCH =
            new Client(
                    ElementId.parse("branch"),
                    "Branch office",
                    Optional.of(SITE.id()),
                    About.NOTHING,
                    List.of());
    private static final Design DESIGN = Design.named("bank").with(SITE).with(BRANCH);

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '\'',
            value = {
                "office",
                "bran*",
                "kind:client",
                "env:prod",
                "owner:\"Platform team\"",
                "owner:platform*",
                "in:frankfurt kind:Client",
                "''",
            })
    void findsByNameKindAndWhatHoldsAround(String text) {
        assertThat(ElementFilter.parse(text).finds(DESIGN, BRANCH)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"offices", "kind:site", "env:pro", "in:frank", "office kind:site"})
    void everyTermMustHold(String text) {
        assertThat(ElementFilter.parse(text).finds(DESIGN, BRANCH)).isFalse();
    }

    @Test
    void anUnknownKeyIsRefusedWithTheKnownOnes() {
        assertThatThrownBy(() -> ElementFilter.parse("colour:red"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("(colour)")
                .hasMessageContaining("owner");
    }
}
