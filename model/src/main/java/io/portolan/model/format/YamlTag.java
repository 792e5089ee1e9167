package io.portolan.model.format;

import org.jspecify.annotations.Nullable;

/// The tags that may stand in a file. They load nothing; a text tag only says that `12` is no
/// number.
enum YamlTag {
    TEXT,
    OTHER;

    private static final String CORE = "tag:yaml.org,2002:";

    boolean isText() {
        return this == TEXT;
    }

    /// Refuses every tag that is not one of YAML's own.
    static YamlTag check(@Nullable String tag, Position at) {
        if (tag == null) {
            return OTHER;
        }
        if (!tag.startsWith(CORE) && !tag.equals("!")) {
            throw refused(tag, at);
        }
        return switch (tag.equals("!") ? "str" : tag.substring(CORE.length())) {
            case "str", "binary" -> TEXT;
            case "int", "float", "bool", "null", "map", "seq", "timestamp" -> OTHER;
            default -> throw refused(tag, at);
        };
    }

    private static Malformed refused(String tag, Position at) {
        return new Malformed(at, "The tag (%s) is not known. Take it away.".formatted(tag));
    }
}
