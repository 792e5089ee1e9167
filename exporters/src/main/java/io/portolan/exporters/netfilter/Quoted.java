package io.portolan.exporters.netfilter;

import io.portolan.exporters.text.CommentHeader;

import java.nio.charset.StandardCharsets;

/// The user's words as a comment of a rule: one line in quotes that nothing in it can end.
public final class Quoted {
    private Quoted() {}

    /// `longest` counts bytes; what is longer loses its other characters than ASCII, and its end.
    public static String of(String text, int longest) {
        String plain = CommentHeader.singleLine(text).replaceAll("[\"\\\\]", "'");
        byte[] bytes = plain.getBytes(StandardCharsets.UTF_8);
        String kept =
                bytes.length <= longest
                        ? plain
                        : plain.replaceAll("[^\\x20-\\x7e]", "?")
                                .substring(0, Math.min(plain.length(), longest));
        return "\"" + kept + "\"";
    }
}
