package io.portolan.model.format;

import io.portolan.model.design.Design;
import io.portolan.model.design.Layout;
import io.portolan.model.format.YamlNode.Mapping;

/// Writes `name.portolan.yaml`: the same design gives the same bytes.
public final class DesignWriter {
    /// Sections, elements and their keys each stand on a line of their own.
    static final int OPEN_LEVELS = 2;

    /// A byte order mark, which some editors put in front.
    private static final String MARK = "\uFEFF";

    private DesignWriter() {}

    /// The whole design, without its layout. What is absent is left out.
    public static String write(Design design) {
        return YamlText.document(tree(design), OPEN_LEVELS);
    }

    /// The old text with what has changed since: comments, order and form of everything else stay
    /// as they were typed. Where that is not possible (the text cannot be read, or uses YAML in
    /// ways that cannot be edited in place), the whole design is written anew.
    public static String update(String oldText, Design now) {
        if (oldText.startsWith(MARK)) {
            return MARK + update(oldText.substring(1), now);
        }
        if (oldText.contains("\r\n")) {
            return update(oldText.replace("\r\n", "\n"), now).replace("\n", "\r\n");
        }
        return DesignReader.read(oldText)
                .design()
                .map(before -> Splicer.splice(oldText, tree(before), tree(now)))
                .filter(text -> isText(text, now))
                .orElseGet(() -> write(now));
    }

    private static boolean isText(String text, Design design) {
        return DesignReader.read(text)
                .design()
                .filter(design.with(Layout.EMPTY)::equals)
                .isPresent();
    }

    static Mapping tree(Design design) {
        return (Mapping) RecordWriter.tree(DesignFile.of(design), DesignFile.class);
    }
}
