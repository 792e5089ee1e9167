package io.portolan.app.picture;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.util.List;

class PaletteTest {
    private static final List<Ink> GROUNDS =
            List.of(
                    Ink.NODE,
                    Ink.CANVAS,
                    Ink.CLUSTER_FILL,
                    Ink.SITE_FILL,
                    Ink.VLAN_FILL,
                    Ink.NAMESPACE_FILL);

    @ParameterizedTest
    @EnumSource(Palette.class)
    void textCanBeReadOnEveryGround(Palette palette) {
        for (Ink ground : GROUNDS) {
            for (Ink text : List.of(Ink.TEXT, Ink.MUTED, Ink.ALLOW, Ink.DENY, Ink.UNDEFINED)) {
                assertThat(contrast(palette.of(text), palette.of(ground)))
                        .as("%s on %s in %s", text, ground, palette)
                        .isGreaterThanOrEqualTo(4.4);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Palette.class)
    void signsCanBeSeenOnTheirDiscs(Palette palette) {
        for (Ink disc : List.of(Ink.DENY, Ink.UNDEFINED)) {
            assertThat(contrast(palette.onVerdict(), palette.of(disc))).isGreaterThan(4.5);
        }
    }

    /// Contrast ratio of WCAG 2.1.
    private static double contrast(int a, int b) {
        double la = luminance(a);
        double lb = luminance(b);
        return (Math.max(la, lb) + 0.05) / (Math.min(la, lb) + 0.05);
    }

    private static double luminance(int c) {
        return 0.2126 * linear(c >> 16 & 0xFF)
                + 0.7152 * linear(c >> 8 & 0xFF)
                + 0.0722 * linear(c & 0xFF);
    }

    private static double linear(int channel) {
        double v = channel / 255.0;
        return v <= 0.04045 ? v / 12.92 : Math.pow((v + 0.055) / 1.055, 2.4);
    }
}
