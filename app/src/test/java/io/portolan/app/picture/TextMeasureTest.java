package io.portolan.app.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.font.FontRenderContext;
import java.io.IOException;
import java.io.InputStream;

class TextMeasureTest {
    @Test
    void widthsAreThoseOfTheFont() throws IOException, FontFormatException {
        for (Type type : Type.values()) {
            try (InputStream in = TextMeasure.font(type.weight())) {
                Font font = Font.createFont(Font.TRUETYPE_FONT, in).deriveFont((float) type.size());
                String text = "edge-gw 10.244.0.0/16 · äöü €";
                double awt =
                        font.getStringBounds(text, new FontRenderContext(null, true, true))
                                .getWidth();
                assertThat(TextMeasure.width(text, type)).isCloseTo(awt, within(awt * 0.03));
            }
        }
    }

    @Test
    void longTextEndsInAnEllipsisAndFits() {
        String fitted = TextMeasure.fitted("a rather long name of a workload", Type.NAME, 80);
        assertThat(fitted).startsWith("a rat").endsWith("…");
        assertThat(TextMeasure.width(fitted, Type.NAME)).isLessThanOrEqualTo(80);
    }

    @Test
    void textThatFitsStaysAsItIs() {
        assertThat(TextMeasure.fitted("api", Type.NAME, 80)).isEqualTo("api");
    }
}
