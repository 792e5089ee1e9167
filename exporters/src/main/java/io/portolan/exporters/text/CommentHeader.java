package io.portolan.exporters.text;

/// The first lines of every file that Portolan writes. No date and no version: equal designs give
/// equal bytes.
public final class CommentHeader {
    private CommentHeader() {}

    /// Writes the header with the comment sign of the language (`#`, `!`), from what the file was
    /// made (`ExportRequest.origin`) and what it is for.
    public static void write(IndentingWriter writer, String sign, String origin, String purpose) {
        writer.line(sign + " " + singleLine(purpose));
        writer.line(sign + " Written by Portolan from the design " + singleLine(origin) + ".");
        writer.line(sign + " Change the design and export again instead of editing this file.");
    }

    /// A text for a comment: control characters and line breaks become spaces.
    public static String singleLine(String text) {
        return text.replaceAll("[\\p{Cntrl}\\u2028\\u2029]+", " ").strip();
    }
}
