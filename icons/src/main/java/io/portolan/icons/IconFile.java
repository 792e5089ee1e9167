package io.portolan.icons;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// The SVG files in the resources. They are written in one shape, one path a line, so that a
/// drawing which strays from it is an error and not half read.
final class IconFile {
    static final String HEAD =
            "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"24\" height=\"24\""
                    + " viewBox=\"0 0 24 24\" fill=\"none\" stroke=\"currentColor\""
                    + " stroke-width=\"1.6\" stroke-linecap=\"round\" stroke-linejoin=\"round\">\n";
    private static final String NUMBER = "-?\\d+(?:\\.\\d+)?";
    private static final String STEP = "(?:[ML]N N|CN N N N N N|Z)".replace("N", NUMBER);
    private static final Pattern PATH =
            Pattern.compile(
                    "  <path d=\"(MN N(?:STEP)+)\"/>\n".replace("STEP", STEP).replace("N", NUMBER));
    private static final Pattern FILE =
            Pattern.compile(Pattern.quote(HEAD) + "(?:" + PATH.pattern() + ")+</svg>\n");

    private IconFile() {}

    /// The files of the catalogue in order, as `kind/cluster`.
    static List<String> index() {
        return text("index.txt").lines().toList();
    }

    /// The path data of one file.
    static List<String> paths(String svg) {
        if (!FILE.matcher(svg).matches()) {
            throw new IllegalArgumentException(
                    ("The icon (%s...) is not in the shape of this set: one <path d=\"...\"/> a"
                                    + " line with absolute M, L, C and Z under the common head.")
                            .formatted(svg.substring(0, Math.min(svg.length(), 300))));
        }
        return PATH.matcher(svg).results().map(IconFile::data).toList();
    }

    static String text(String name) {
        try (InputStream in = IconFile.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException(
                        "The icon file (%s) is missing from the build.".formatted(name));
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String data(MatchResult found) {
        return found.group(1);
    }
}
