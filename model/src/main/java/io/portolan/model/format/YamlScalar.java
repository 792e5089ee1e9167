package io.portolan.model.format;

import io.portolan.model.format.YamlNode.Scalar;

import org.yaml.snakeyaml.reader.StreamReader;

import java.util.Locale;
import java.util.regex.Pattern;

/// Writes scalars: without quotes where every YAML reader then sees the same text, whichever
/// version of YAML it follows.
final class YamlScalar {
    /// What YAML 1.1 or 1.2 reads as something other than a text.
    private static final Pattern TYPED =
            Pattern.compile(
                    "null|~|true|false|yes|no|on|off|<<|="
                            + "|[-+]?[0-9][0-9_]*|0[xob][0-9a-f_]+"
                            + "|[-+]?(\\.[0-9_]+|[0-9][0-9_]*\\.[0-9_]*)(e[-+]?[0-9]+)?"
                            + "|[-+]?[0-9][0-9_]*e[-+]?[0-9]+"
                            + "|[-+]?[0-9][0-9_]*(:[0-5]?[0-9])+(\\.[0-9_]*)?"
                            + "|[-+]?\\.(inf|nan)");

    private static final String INDICATORS = "-?:,[]{}#&*!|>'\"%@`";

    private YamlScalar() {}

    /// On one line, in a block or a list in brackets.
    static String line(Scalar scalar) {
        return scalar.plain() || isSafe(scalar.text()) ? scalar.text() : quoted(scalar.text());
    }

    private static boolean isSafe(String text) {
        return !text.isEmpty()
                && text.equals(text.strip())
                && INDICATORS.indexOf(text.charAt(0)) < 0
                && !text.endsWith(":")
                && !text.contains(": ")
                && !text.contains(" #")
                && text.chars().noneMatch(c -> ",[]{}".indexOf(c) >= 0)
                && text.codePoints().allMatch(YamlScalar::isVisible)
                && !TYPED.matcher(text.toLowerCase(Locale.ROOT)).matches();
    }

    private static boolean isVisible(int point) {
        return point >= ' '
                && point != 0x85
                && point != 0x2028
                && point != 0x2029
                && point != 0xFEFF
                && StreamReader.isPrintable(point);
    }

    private static String quoted(String text) {
        StringBuilder out = new StringBuilder("\"");
        text.codePoints().forEach(point -> out.append(escaped(point)));
        return out.append('"').toString();
    }

    private static String escaped(int point) {
        return switch (point) {
            case '"' -> "\\\"";
            case '\\' -> "\\\\";
            case '\n' -> "\\n";
            case '\t' -> "\\t";
            case '\r' -> "\\r";
            default -> isVisible(point) ? Character.toString(point) : coded(point);
        };
    }

    /// NUL and halves of surrogate pairs could not be read again: they become U+FFFD.
    private static String coded(int point) {
        boolean unreadable = point == 0 || (point >= 0xD800 && point <= 0xDFFF);
        return String.format(
                Locale.ROOT, point > 0xFFFF ? "\\U%08X" : "\\u%04X", unreadable ? 0xFFFD : point);
    }

    /// True for a text of several lines that can stand as it is, behind `|`.
    static boolean isParagraph(Scalar scalar) {
        String text = scalar.text();
        return !scalar.plain()
                && text.contains("\n")
                && !text.startsWith(" ")
                && !text.startsWith("\n")
                && !text.endsWith("\n\n")
                && !text.equals("\n")
                && text.lines().allMatch(line -> line.equals(line.stripTrailing()))
                && text.codePoints().allMatch(point -> point == '\n' || isVisible(point));
    }
}
