package io.portolan.exporters.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class NameShortenerTest {
    private final NameShortener names = new NameShortener(20, "[^A-Za-z0-9_-]");

    @Test
    void shortPlainNamesStay() {
        assertThat(names.shorten("web_1")).isEqualTo("web_1");
    }

    @Test
    void longNamesKeepTheirBeginningAndStayDifferent() {
        String one = names.shorten("a-very-long-name-of-something-1");
        String two = names.shorten("a-very-long-name-of-something-2");
        assertThat(one).hasSize(20).startsWith("a-very-long").isNotEqualTo(two);
        assertThat(names.shorten("a-very-long-name-of-something-1")).isEqualTo(one);
    }

    @Test
    void namesThatBecomeEqualAreToldApart() {
        assertThat(names.shorten("a/b")).isEqualTo("a-b");
        assertThat(names.shorten("a.b")).startsWith("a-b-").isNotEqualTo("a-b");
    }
}
