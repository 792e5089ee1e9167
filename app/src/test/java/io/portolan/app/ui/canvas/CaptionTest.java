package io.portolan.app.ui.canvas;

import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.app.picture.TextMeasure;
import io.portolan.app.picture.Type;

import org.junit.jupiter.api.Test;

class CaptionTest {
    private static final double FULL_SIZE = Type.FACT.size();

    @Test
    void aShortNameStandsInOneLineAtFullSize() {
        assertThat(Caption.of("basket", 50, 20))
                .isEqualTo(new Caption(java.util.List.of("basket"), FULL_SIZE));
    }

    @Test
    void aLongerNameGetsSmallerBeforeItIsBroken() {
        double tight = TextMeasure.width("catalogue", Type.FACT) - 1;
        assertThat(Caption.of("catalogue", tight, 20))
                .isEqualTo(new Caption(java.util.List.of("catalogue"), Caption.SMALL));
    }

    @Test
    void aNameIsBrokenBehindItsSeparator() {
        assertThat(Caption.of("ingress-nginx", 48, 20).lines())
                .containsExactly("ingress-", "nginx");
        assertThat(Caption.of("fw-warehouse", 50, 20).lines()).containsExactly("fw-", "warehouse");
    }

    @Test
    void withoutASeparatorTheFirstLineIsFull() {
        assertThat(String.join("", Caption.of("recommendations", 48, 20).lines()))
                .isEqualTo("recommendations");
    }

    @Test
    void onlyWhereTwoLinesHaveNoRoomTheNameIsCut() {
        assertThat(Caption.of("recommendations", 48, 14).lines())
                .singleElement()
                .satisfies(line -> assertThat(line).startsWith("recom").endsWith("…"));
    }

    @Test
    void noLineIsWiderThanTheBox() {
        for (String name :
                java.util.List.of("a", "cluster-gateway-of-the-east", "x-y-z", "WWWWWW")) {
            for (double wide = 12; wide < 120; wide += 7) {
                Caption caption = Caption.of(name, wide, 20);
                double scale = caption.size() / FULL_SIZE;
                for (String line : caption.lines()) {
                    assertThat(TextMeasure.width(line, Type.FACT) * scale)
                            .as("%s in %s", line, wide)
                            .isLessThanOrEqualTo(wide + 1e-9);
                }
            }
        }
    }
}
