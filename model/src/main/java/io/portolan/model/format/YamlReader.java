package io.portolan.model.format;

import java.util.List;

/// Reads YAML and JSON into trees that know their lines. Nothing is guessed (`NO` stays a text), no
/// class is ever loaded, and time and memory are bounded whatever the text is. May be used from
/// several threads at once.
public final class YamlReader {
    /// The longest text that is read, in bytes or characters. Check it before reading a file.
    public static final int MAX_LENGTH = 16 << 20;

    /// The deepest nesting that is read, counted through aliases.
    static final int MAX_DEPTH = 64;

    /// The most values that are read, counted through aliases.
    static final int MAX_NODES = 4_000_000;

    private YamlReader() {}

    /// Reads every document of a text: those of YAML between `---`, those of JSON one after the
    /// other. A document without content is a scalar that `isNull`.
    ///
    /// @throws Malformed if the text is no YAML, or exceeds a bound
    public static List<YamlNode> readAll(String text) {
        String body = text.startsWith("\uFEFF") ? text.substring(1) : text;
        TextCheck.length(body);
        if (JsonTree.looksLikeJson(body)) {
            return JsonTree.readAll(body);
        }
        return YamlTree.readAll(body);
    }

    /// Reads a text that must hold exactly one document.
    ///
    /// @throws Malformed if the text is no YAML, exceeds a bound, or holds several documents
    public static YamlNode read(String text) {
        List<YamlNode> documents = readAll(text);
        if (documents.isEmpty()) {
            throw new Malformed(Position.START, "The file is empty.");
        }
        if (documents.size() > 1) {
            throw new Malformed(
                    documents.get(1).at(),
                    "The file holds a second document (%d in all). Keep one, and no line ---."
                            .formatted(documents.size()));
        }
        return documents.getFirst();
    }

    /// The text behind the bytes of a file: UTF-8, or UTF-16 where a byte order mark says so, which
    /// is what PowerShell writes.
    ///
    /// @throws Malformed if the bytes are no such text, naming the offending byte
    public static String decode(byte[] bytes) {
        return TextCheck.decode(bytes);
    }
}
