package io.portolan.app.ui.theme;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Contrast as WCAG 2.2 defines it: 4.5 to 1 for text, 3 to 1 for lines and glyphs.
final class ContrastTest {
    private static final Pattern TOKEN = Pattern.compile("(-[a-z0-9-]+): #([0-9A-Fa-f]{6});");
    private static final List<String> GROUNDS =
            List.of(
                    "-color-bg-default",
                    "-color-bg-subtle",
                    "-color-bg-inset",
                    "-color-bg-overlay");
    private static final List<String> TEXTS =
            List.of(
                    "-color-fg-default",
                    "-color-fg-muted",
                    "-color-fg-subtle",
                    "-color-accent-fg",
                    "-allow",
                    "-deny",
                    "-undef");

    @ParameterizedTest
    @EnumSource
    void textIsReadableOnEveryGround(Theme theme) {
        Map<String, Integer> tokens = tokens(theme);
        for (String ground : GROUNDS) {
            for (String text : TEXTS) {
                check(tokens, text, ground, 4.5);
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void verdictsAreReadableOnTheirSoftGrounds(Theme theme) {
        Map<String, Integer> tokens = tokens(theme);
        for (String verdict : List.of("-allow", "-deny", "-undef")) {
            check(tokens, verdict, verdict + "-soft", 4.5);
            check(tokens, "-color-fg-default", verdict + "-soft", 4.5);
            check(tokens, "-color-fg-muted", verdict + "-soft", 4.5);
        }
        check(tokens, "-color-fg-default", "-color-accent-subtle", 4.5);
        check(tokens, "-color-fg-muted", "-color-accent-subtle", 4.5);
        check(tokens, "-color-fg-emphasis", "-color-accent-emphasis", 4.5);
    }

    @ParameterizedTest
    @EnumSource
    void iconsAreVisibleOnTheirTiles(Theme theme) {
        Map<String, Integer> tokens = tokens(theme);
        for (String family :
                List.of("-k8s", "-mesh", "-gate", "-legacy", "-cloud", "-dns", "-net")) {
            check(tokens, family, family + "-soft", 3);
            check(tokens, family, "-color-bg-default", 3);
        }
    }

    private static void check(
            Map<String, Integer> tokens, String text, String ground, double least) {
        double contrast = contrast(colour(tokens, text), colour(tokens, ground));
        assertThat(contrast).as(text + " on " + ground).isGreaterThanOrEqualTo(least);
    }

    private static int colour(Map<String, Integer> tokens, String name) {
        return Optional.ofNullable(tokens.get(name)).orElseThrow();
    }

    private static double contrast(int a, int b) {
        double light = Math.max(luminance(a), luminance(b));
        double dark = Math.min(luminance(a), luminance(b));
        return (light + 0.05) / (dark + 0.05);
    }

    private static double luminance(int rgb) {
        return 0.2126 * linear(rgb >> 16) + 0.7152 * linear(rgb >> 8) + 0.0722 * linear(rgb);
    }

    private static double linear(int channel) {
        double share = (channel & 0xFF) / 255.0;
        return share <= 0.04045 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
    }

    private static Map<String, Integer> tokens(Theme theme) {
        Map<String, Integer> tokens = new LinkedHashMap<>();
        Matcher matcher = TOKEN.matcher(text(theme.colours()));
        while (matcher.find()) {
            tokens.put(matcher.group(1), Integer.parseInt(matcher.group(2), 16));
        }
        return tokens;
    }

    private static String text(String file) {
        try (InputStream in = Theme.class.getResourceAsStream(file)) {
            assertThat(in).as(file).isNotNull();
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new AssertionError(file, e);
        }
    }
}
