package io.portolan.model.format;

import org.yaml.snakeyaml.reader.StreamReader;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/// What is checked of a text before any parser sees it.
final class TextCheck {
    /// SnakeYAML is quadratic in the length of a line. Kubernetes annotations reach 256 KiB.
    private static final int MAX_LINE = 512 << 10;

    private TextCheck() {}

    static void length(String text) {
        if (text.length() > YamlReader.MAX_LENGTH) {
            throw tooLong(text.length());
        }
    }

    private static Malformed tooLong(long length) {
        return new Malformed(
                Position.START,
                "The file is too long (%d). At most %d bytes are read; split it."
                        .formatted(length, YamlReader.MAX_LENGTH));
    }

    /// Refuses overlong lines, control characters and halves of surrogate pairs.
    static void lines(String text) {
        int line = 1;
        int start = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\n') {
                line++;
                start = i + 1;
            } else if (c < ' ' || c > '~') {
                i += special(text, i, new Position(line, i - start + 1));
            }
            if (i - start > MAX_LINE) {
                throw new Malformed(
                        new Position(line, 1),
                        "This line is longer than %d characters. Break it, or write the file as JSON."
                                .formatted(MAX_LINE));
            }
        }
    }

    /// Checks what is not plain ASCII; gives the number of extra characters it takes.
    private static int special(String text, int index, Position at) {
        int point = text.codePointAt(index);
        if (!StreamReader.isPrintable(point)) {
            throw forbidden(point, at);
        }
        return Character.charCount(point) - 1;
    }

    private static Malformed forbidden(int point, Position at) {
        return new Malformed(
                at, "The character U+%04X is not allowed here. Take it away.".formatted(point));
    }

    /// Refuses what an escape such as `\0` has brought into a value.
    static String value(String text, Position at) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == 0) {
                throw forbidden(c, at);
            }
            if (Character.isSurrogate(c)) {
                if (text.codePointAt(i) == c) {
                    throw forbidden(c, at);
                }
                i++;
            }
        }
        return text;
    }

    static String decode(byte[] bytes) {
        if (bytes.length > YamlReader.MAX_LENGTH) {
            throw tooLong(bytes.length);
        }
        if (startsWith(bytes, 0xFF, 0xFE)) {
            return decode(bytes, 2, StandardCharsets.UTF_16LE);
        }
        if (startsWith(bytes, 0xFE, 0xFF)) {
            return decode(bytes, 2, StandardCharsets.UTF_16BE);
        }
        return decode(bytes, startsWith(bytes, 0xEF, 0xBB, 0xBF) ? 3 : 0, StandardCharsets.UTF_8);
    }

    private static boolean startsWith(byte[] bytes, int... mark) {
        for (int i = 0; i < mark.length; i++) {
            if (i >= bytes.length || (bytes[i] & 0xFF) != mark[i]) {
                return false;
            }
        }
        return true;
    }

    private static String decode(byte[] bytes, int from, Charset charset) {
        CharsetDecoder decoder =
                charset.newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT);
        ByteBuffer in = ByteBuffer.wrap(bytes, from, bytes.length - from);
        CharBuffer out = CharBuffer.allocate(bytes.length - from);
        CoderResult result = decoder.decode(in, out, true);
        if (result.isError()) {
            throw badByte(bytes, in.position(), out.flip(), charset);
        }
        return out.flip().toString();
    }

    private static Malformed badByte(byte[] bytes, int at, CharBuffer before, Charset charset) {
        String read = before.toString();
        int lines = (int) read.chars().filter(c -> c == '\n').count();
        int column = read.length() - read.lastIndexOf('\n');
        return new Malformed(
                new Position(lines + 1, column),
                "The byte %d (0x%02X) is not %s. Save the file as UTF-8."
                        .formatted(at, bytes[at] & 0xFF, charset.name()));
    }
}
