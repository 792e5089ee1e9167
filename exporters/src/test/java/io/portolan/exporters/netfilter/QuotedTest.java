package io.portolan.exporters.netfilter;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.nio.charset.StandardCharsets;

class QuotedTest {
    @Test
    void commentsAreCutAndCannotEndTheirQuotes() {
        String text = Quoted.of("a\"b\\c\n" + "x".repeat(200), 128);
        assertThat(text).hasSize(130).startsWith("\"a'b'c x").endsWith("x\"");
        assertThat(text.substring(1, 129)).doesNotContain("\"", "\\", "\n");
    }

    @Test
    void theLengthIsCountedInBytes() {
        assertThat(Quoted.of("é".repeat(64), 128)).isEqualTo("\"" + "é".repeat(64) + "\"");
        assertThat(Quoted.of("é".repeat(65), 128).getBytes(StandardCharsets.UTF_8))
                .hasSizeLessThanOrEqualTo(130);
    }
}
